-- The board reads each stage in the order of urgency, once for each of the two states of a case.
CREATE INDEX "extradition_case_requesting_state_state_next_due_at_id_idx"
  ON "extradition_case"("requesting_state", "state", "next_due_at", "id" DESC);
CREATE INDEX "extradition_case_shared_board_idx"
  ON "extradition_case"("requested_state", "state", "next_due_at", "id" DESC) WHERE "shared_at" IS NOT NULL;
