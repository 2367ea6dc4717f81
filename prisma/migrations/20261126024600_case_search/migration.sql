-- Words of cases: full-text indexes over what people wrote. 'simple' knows no language, so every language is treated alike.
CREATE INDEX "case_offence_words_idx" ON "case_offence"
  USING gin (to_tsvector('simple', "article" || ' ' || "title_orig" || ' ' || "title_ru" || ' ' || "title_en"));
CREATE INDEX "case_comment_words_idx" ON "case_comment" USING gin (to_tsvector('simple', "text"));
CREATE INDEX "case_task_words_idx" ON "case_task" USING gin (to_tsvector('simple', coalesce("text", '')));
CREATE INDEX "case_event_words_idx" ON "case_event" USING gin (to_tsvector('simple', coalesce("reason", '')));
CREATE INDEX "case_decision_words_idx" ON "case_decision" USING gin (to_tsvector('simple', "reasoning"));
