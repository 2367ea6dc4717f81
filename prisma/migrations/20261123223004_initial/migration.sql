-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('INV', 'BO1', 'BO2', 'CO', 'PRO', 'NAD', 'SAD', 'AUD', 'DPO', 'LIA', 'SVC');

-- CreateEnum
CREATE TYPE "sex" AS ENUM ('M', 'F', 'X', 'U');

-- CreateEnum
CREATE TYPE "deceased" AS ENUM ('NO', 'REPORTED', 'CONFIRMED');

-- CreateEnum
CREATE TYPE "identity_status" AS ENUM ('CONFIRMED', 'UNCONFIRMED', 'FALSE_IDENTITY_IN_USE', 'STOLEN_IDENTITY_VICTIM_KNOWN');

-- CreateEnum
CREATE TYPE "name_type" AS ENUM ('PRIMARY', 'DOCUMENT', 'BIRTH', 'FORMER', 'ALIAS_STRONG', 'ALIAS_WEAK', 'NICKNAME', 'RELIGIOUS', 'TRANSLITERATED', 'MISUSED');

-- CreateEnum
CREATE TYPE "confidence" AS ENUM ('HIGH', 'MEDIUM', 'LOW', 'CONTRADICTED');

-- CreateEnum
CREATE TYPE "sensitivity" AS ENUM ('NORMAL', 'RESTRICTED', 'SECRET');

-- CreateEnum
CREATE TYPE "merge_status" AS ENUM ('PROPOSED', 'DONE', 'REJECTED', 'UNDONE');

-- CreateEnum
CREATE TYPE "alert_type" AS ENUM ('ARREST_PROSECUTION', 'ARREST_SENTENCE', 'LOCATE_ACCUSED', 'LOCATE_WITNESS', 'LOCATE_DEBTOR', 'DISCREET_CHECK', 'SPECIFIC_CHECK', 'MISSING', 'ASSET_TRACE', 'INFORMATION');

-- CreateEnum
CREATE TYPE "alert_status" AS ENUM ('DRAFT', 'SUBMITTED', 'ACTIVE', 'SUSPENDED', 'LOCATED', 'EXECUTED', 'WITHDRAWN', 'EXPIRED', 'ARCHIVED', 'ERASED');

-- CreateEnum
CREATE TYPE "sharing" AS ENUM ('PUBLIC_EXTRACT', 'ALL_MEMBERS', 'LISTED', 'OWNER_ONLY');

-- CreateTable
CREATE TABLE "country" (
    "alpha3" CHAR(3) NOT NULL,
    "alpha2" CHAR(2),
    "name_ky" TEXT NOT NULL,
    "name_ru" TEXT NOT NULL,
    "name_kk" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "time_zone" TEXT,
    "member" BOOLEAN NOT NULL DEFAULT false,
    "successors" TEXT[],
    "source" TEXT NOT NULL,

    CONSTRAINT "country_pkey" PRIMARY KEY ("alpha3")
);

-- CreateTable
CREATE TABLE "agency" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "state" CHAR(3) NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "contact_24x7" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "agency_id" UUID NOT NULL,
    "roles" "role"[],
    "locale" TEXT NOT NULL DEFAULT 'ru',
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "totp_secret" BYTEA,
    "totp_confirmed_at" TIMESTAMPTZ(3),
    "totp_last_step" INTEGER,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "complete" BOOLEAN NOT NULL DEFAULT true,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,
    "ip" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refresh_token" (
    "token_hash" BYTEA NOT NULL,
    "session_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "refresh_token_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "signing_key" (
    "kid" TEXT NOT NULL,
    "algorithm" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "private_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("kid")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "agency_id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor_id","key")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "registry_number" TEXT NOT NULL,
    "source_state" CHAR(3) NOT NULL,
    "source_agency_id" UUID NOT NULL,
    "owner_audience" TEXT[],
    "sex" "sex" NOT NULL DEFAULT 'U',
    "deceased" "deceased" NOT NULL DEFAULT 'NO',
    "deceased_on" DATE,
    "identity_status" "identity_status" NOT NULL DEFAULT 'UNCONFIRMED',
    "birth_place" TEXT,
    "birth_settlement" TEXT,
    "birth_region" TEXT,
    "birth_country" CHAR(3),
    "languages" TEXT[],
    "height_cm" SMALLINT,
    "weight_kg" SMALLINT,
    "build" TEXT,
    "hair_colour" TEXT,
    "eye_colour" TEXT,
    "described_on" DATE,
    "merged_into_id" UUID,
    "legal_hold" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_name" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "type" "name_type" NOT NULL,
    "full" TEXT NOT NULL,
    "family" TEXT,
    "given" TEXT,
    "patronymic" TEXT,
    "prefix" TEXT,
    "suffix" TEXT,
    "script" CHAR(4) NOT NULL,
    "mixed_script" BOOLEAN NOT NULL DEFAULT false,
    "language" TEXT,
    "standard" TEXT,
    "mrz_form" TEXT,
    "valid_from" DATE,
    "valid_to" DATE,
    "legal_basis" TEXT,
    "alert_id" UUID,
    "source_state" CHAR(3) NOT NULL,
    "source_agency_id" UUID NOT NULL,
    "source_ref" TEXT,
    "confidence" "confidence" NOT NULL DEFAULT 'MEDIUM',
    "sensitivity" "sensitivity" NOT NULL DEFAULT 'NORMAL',
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "birth_date" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "month" SMALLINT,
    "day" SMALLINT,
    "is_approximate" BOOLEAN NOT NULL DEFAULT false,
    "year_from" SMALLINT,
    "year_to" SMALLINT,
    "status" TEXT NOT NULL DEFAULT 'TRUE',
    "alert_id" UUID,
    "source_state" CHAR(3) NOT NULL,
    "source_agency_id" UUID NOT NULL,
    "source_ref" TEXT,
    "confidence" "confidence" NOT NULL DEFAULT 'MEDIUM',
    "sensitivity" "sensitivity" NOT NULL DEFAULT 'NORMAL',
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "birth_date_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nationality" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "country" CHAR(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'HELD',
    "valid_from" DATE,
    "valid_to" DATE,
    "alert_id" UUID,
    "source_state" CHAR(3) NOT NULL,
    "source_agency_id" UUID NOT NULL,
    "source_ref" TEXT,
    "confidence" "confidence" NOT NULL DEFAULT 'MEDIUM',
    "sensitivity" "sensitivity" NOT NULL DEFAULT 'NORMAL',
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "nationality_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_document" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "norm_number" TEXT NOT NULL,
    "issuing_state" CHAR(3) NOT NULL,
    "issuing_authority" TEXT,
    "issued_on" DATE,
    "expires_on" DATE,
    "name_as_printed" TEXT,
    "status" TEXT NOT NULL DEFAULT 'VALID',
    "alert_id" UUID,
    "source_state" CHAR(3) NOT NULL,
    "source_agency_id" UUID NOT NULL,
    "source_ref" TEXT,
    "confidence" "confidence" NOT NULL DEFAULT 'MEDIUM',
    "sensitivity" "sensitivity" NOT NULL DEFAULT 'NORMAL',
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "national_id" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "norm_value" TEXT NOT NULL,
    "alert_id" UUID,
    "source_state" CHAR(3) NOT NULL,
    "source_agency_id" UUID NOT NULL,
    "source_ref" TEXT,
    "confidence" "confidence" NOT NULL DEFAULT 'MEDIUM',
    "sensitivity" "sensitivity" NOT NULL DEFAULT 'NORMAL',
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "national_id_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mark" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "body_part" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "language" TEXT,
    "alert_id" UUID,
    "source_state" CHAR(3) NOT NULL,
    "source_agency_id" UUID NOT NULL,
    "source_ref" TEXT,
    "confidence" "confidence" NOT NULL DEFAULT 'MEDIUM',
    "sensitivity" "sensitivity" NOT NULL DEFAULT 'NORMAL',
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "photo" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "thumb_sha256" CHAR(64) NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "taken_on" DATE,
    "is_primary" BOOLEAN NOT NULL DEFAULT false,
    "alert_id" UUID,
    "source_state" CHAR(3) NOT NULL,
    "source_agency_id" UUID NOT NULL,
    "source_ref" TEXT,
    "confidence" "confidence" NOT NULL DEFAULT 'MEDIUM',
    "sensitivity" "sensitivity" NOT NULL DEFAULT 'NORMAL',
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "photo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_merge" (
    "id" UUID NOT NULL,
    "survivor_id" UUID NOT NULL,
    "absorbed_id" UUID NOT NULL,
    "status" "merge_status" NOT NULL,
    "reason" TEXT NOT NULL,
    "plan" JSONB,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "undone_by" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duplicate_decision" (
    "id" UUID NOT NULL,
    "person_a_id" UUID NOT NULL,
    "person_b_id" UUID NOT NULL,
    "same" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "duplicate_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" UUID NOT NULL,
    "alert_number" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "type" "alert_type" NOT NULL,
    "status" "alert_status" NOT NULL DEFAULT 'DRAFT',
    "owner_state" CHAR(3) NOT NULL,
    "owner_agency_id" UUID NOT NULL,
    "initiator_agency" TEXT,
    "contact_24x7" TEXT,
    "legal_basis" TEXT[],
    "national_norm" TEXT,
    "external_refs" JSONB NOT NULL DEFAULT '[]',
    "reason_summary" JSONB NOT NULL DEFAULT '{}',
    "actions_on_hit" TEXT[],
    "priority" SMALLINT NOT NULL DEFAULT 2,
    "issued_on" DATE,
    "valid_from" DATE,
    "expires_on" DATE,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "review_due_on" DATE,
    "extradition_will" TEXT,
    "extradition_states" TEXT[],
    "sharing" "sharing" NOT NULL DEFAULT 'ALL_MEMBERS',
    "shared_with_states" TEXT[],
    "shared_with_agencies" UUID[],
    "caveats" TEXT[],
    "audience" TEXT[],
    "owner_audience" TEXT[],
    "max_penalty_months" INTEGER,
    "sentence_months_left" INTEGER,
    "limitation_date" DATE,
    "facts" TEXT,
    "facts_place" TEXT,
    "facts_from" DATE,
    "facts_to" DATE,
    "asylum_check" TEXT NOT NULL DEFAULT 'UNKNOWN',
    "asylum_state" CHAR(3),
    "compliance_declared" BOOLEAN NOT NULL DEFAULT false,
    "compliance_reviewed_by" UUID,
    "danger_none" BOOLEAN NOT NULL DEFAULT false,
    "duplicates_checked_at" TIMESTAMPTZ(3),
    "author_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "approved_by" UUID,
    "activated_at" TIMESTAMPTZ(3),
    "suspended_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "withdrawal_reason" TEXT,
    "status_note" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_danger_flag" (
    "alert_id" UUID NOT NULL,
    "flag" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "expires_on" DATE NOT NULL,

    CONSTRAINT "alert_danger_flag_pkey" PRIMARY KEY ("alert_id","flag")
);

-- CreateTable
CREATE TABLE "warrant" (
    "id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "issuing_authority" TEXT NOT NULL,
    "authority_type" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "valid_until" DATE,
    "in_absentia" BOOLEAN NOT NULL DEFAULT false,
    "remaining_sentence" JSONB,
    "file_sha256" CHAR(64),
    "file_name" TEXT,
    "file_media_type" TEXT,
    "file_bytes" INTEGER,
    "file_language" TEXT,
    "revoked_on" DATE,
    "revoked_reason" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "warrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_offence" (
    "id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    "offence_code_id" UUID NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'PERPETRATOR',
    "period_from" DATE,
    "period_to" DATE,
    "place" TEXT,
    "damage_amount" DECIMAL(20,2),
    "damage_currency" CHAR(3),
    "attempt" BOOLEAN NOT NULL DEFAULT false,
    "article_text" TEXT,

    CONSTRAINT "alert_offence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_transition" (
    "id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "from" "alert_status" NOT NULL,
    "to" "alert_status" NOT NULL,
    "actor_id" UUID,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alert_transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offence_code" (
    "id" UUID NOT NULL,
    "state" CHAR(3) NOT NULL,
    "code_name" TEXT NOT NULL,
    "article" TEXT NOT NULL,
    "part" TEXT,
    "point" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "title_orig" TEXT NOT NULL,
    "title_ru" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "min_penalty_months" INTEGER,
    "max_penalty_months" INTEGER,
    "seriousness" TEXT,
    "uncac_articles" INTEGER[],
    "source" TEXT NOT NULL,
    "verified_by" TEXT,
    "verified_on" DATE,

    CONSTRAINT "offence_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "officer_card" (
    "action" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text_ky" TEXT NOT NULL,
    "text_ru" TEXT NOT NULL,
    "text_kk" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "visible_to" "role"[],
    "valid_from" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "verified_by" TEXT,
    "verified_on" DATE,

    CONSTRAINT "officer_card_pkey" PRIMARY KEY ("action","version")
);

-- CreateTable
CREATE TABLE "match_policy" (
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "approved_by" TEXT,

    CONSTRAINT "match_policy_pkey" PRIMARY KEY ("code","version")
);

-- CreateTable
CREATE TABLE "legal_period" (
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "verified_by" TEXT,
    "verified_on" DATE,

    CONSTRAINT "legal_period_pkey" PRIMARY KEY ("code","version")
);

-- CreateTable
CREATE TABLE "person_search" (
    "person_id" UUID NOT NULL,
    "person_version" INTEGER NOT NULL,
    "key_version" SMALLINT NOT NULL,
    "keys" INTEGER[],
    "names" JSONB NOT NULL,
    "births" JSONB NOT NULL,
    "sex" CHAR(1) NOT NULL,
    "nationalities" JSONB NOT NULL,
    "documents" JSONB NOT NULL,
    "national_ids" JSONB NOT NULL,
    "exact" TEXT[],
    "scopes" JSONB NOT NULL,
    "audience" TEXT[],

    CONSTRAINT "person_search_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "border_check" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "state" CHAR(3) NOT NULL,
    "checkpoint" TEXT,
    "lane" TEXT,
    "direction" TEXT,
    "device" TEXT,
    "query" BYTEA,
    "outcome" TEXT NOT NULL,
    "policy_code" TEXT NOT NULL,
    "policy_version" INTEGER NOT NULL,
    "found" BYTEA,
    "degraded" BOOLEAN NOT NULL DEFAULT false,
    "elapsed_ms" REAL NOT NULL,

    CONSTRAINT "border_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "type" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor_kind" TEXT NOT NULL,
    "session_id" TEXT,
    "agency_id" UUID,
    "state" CHAR(3),
    "request_id" TEXT,
    "ip" TEXT,
    "purpose_code" TEXT,
    "purpose_ref" TEXT,
    "subject_type" TEXT,
    "subject_id" TEXT,
    "data" JSONB NOT NULL,
    "sealed_data" BYTEA,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id","at")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "no" BIGINT NOT NULL,
    "sealed_at" TIMESTAMPTZ(6) NOT NULL,
    "count" INTEGER NOT NULL,
    "leaves" BYTEA NOT NULL,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("no")
);

-- CreateTable
CREATE TABLE "audit_sealed" (
    "event_id" BIGINT NOT NULL,
    "seal_no" BIGINT NOT NULL,

    CONSTRAINT "audit_sealed_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "disclosure" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "alert_ids" UUID[],
    "owner_states" TEXT[],
    "recipient_id" TEXT NOT NULL,
    "recipient_agency_id" UUID NOT NULL,
    "recipient_state" CHAR(3) NOT NULL,
    "via" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,

    CONSTRAINT "disclosure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "break_glass" (
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "state" CHAR(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "review_due_at" TIMESTAMPTZ(3) NOT NULL,
    "reviewed_by" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "justified" BOOLEAN,
    "review_note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "break_glass_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flagged_search" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "request_id" TEXT NOT NULL,

    CONSTRAINT "flagged_search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "number_series" (
    "name" TEXT NOT NULL,
    "next" BIGINT NOT NULL,

    CONSTRAINT "number_series_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "agency_code_key" ON "agency"("code");

-- CreateIndex
CREATE INDEX "agency_state_idx" ON "agency"("state");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_login_key" ON "app_user"("login");

-- CreateIndex
CREATE INDEX "app_user_agency_id_idx" ON "app_user"("agency_id");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "refresh_token_session_id_idx" ON "refresh_token"("session_id");

-- CreateIndex
CREATE INDEX "api_key_agency_id_idx" ON "api_key"("agency_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "person_registry_number_key" ON "person"("registry_number");

-- CreateIndex
CREATE INDEX "person_source_agency_id_idx" ON "person"("source_agency_id");

-- CreateIndex
CREATE INDEX "person_merged_into_id_idx" ON "person"("merged_into_id");

-- CreateIndex
CREATE INDEX "person_owner_audience_idx" ON "person" USING GIN ("owner_audience");

-- CreateIndex
CREATE INDEX "person_name_person_id_idx" ON "person_name"("person_id");

-- CreateIndex
CREATE INDEX "birth_date_person_id_idx" ON "birth_date"("person_id");

-- CreateIndex
CREATE INDEX "nationality_person_id_idx" ON "nationality"("person_id");

-- CreateIndex
CREATE INDEX "identity_document_person_id_idx" ON "identity_document"("person_id");

-- CreateIndex
CREATE INDEX "identity_document_norm_number_idx" ON "identity_document"("norm_number");

-- CreateIndex
CREATE INDEX "national_id_person_id_idx" ON "national_id"("person_id");

-- CreateIndex
CREATE INDEX "national_id_norm_value_idx" ON "national_id"("norm_value");

-- CreateIndex
CREATE INDEX "mark_person_id_idx" ON "mark"("person_id");

-- CreateIndex
CREATE INDEX "photo_person_id_idx" ON "photo"("person_id");

-- CreateIndex
CREATE INDEX "person_merge_survivor_id_idx" ON "person_merge"("survivor_id");

-- CreateIndex
CREATE INDEX "person_merge_absorbed_id_idx" ON "person_merge"("absorbed_id");

-- CreateIndex
CREATE INDEX "duplicate_decision_person_b_id_idx" ON "duplicate_decision"("person_b_id");

-- CreateIndex
CREATE UNIQUE INDEX "duplicate_decision_person_a_id_person_b_id_key" ON "duplicate_decision"("person_a_id", "person_b_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_alert_number_key" ON "alert"("alert_number");

-- CreateIndex
CREATE INDEX "alert_person_id_idx" ON "alert"("person_id");

-- CreateIndex
CREATE INDEX "alert_owner_agency_id_status_idx" ON "alert"("owner_agency_id", "status");

-- CreateIndex
CREATE INDEX "alert_status_ends_at_idx" ON "alert"("status", "ends_at");

-- CreateIndex
CREATE INDEX "alert_audience_idx" ON "alert" USING GIN ("audience");

-- CreateIndex
CREATE INDEX "alert_owner_audience_idx" ON "alert" USING GIN ("owner_audience");

-- CreateIndex
CREATE INDEX "warrant_alert_id_idx" ON "warrant"("alert_id");

-- CreateIndex
CREATE INDEX "alert_offence_alert_id_idx" ON "alert_offence"("alert_id");

-- CreateIndex
CREATE INDEX "alert_transition_alert_id_at_idx" ON "alert_transition"("alert_id", "at");

-- CreateIndex
CREATE INDEX "offence_code_state_article_idx" ON "offence_code"("state", "article");

-- CreateIndex
CREATE INDEX "person_search_key_version_idx" ON "person_search"("key_version");

-- CreateIndex
CREATE INDEX "person_search_keys_idx" ON "person_search" USING GIN ("keys");

-- CreateIndex
CREATE INDEX "person_search_exact_idx" ON "person_search" USING GIN ("exact");

-- CreateIndex
CREATE INDEX "border_check_agency_id_at_idx" ON "border_check"("agency_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_at_idx" ON "audit_event"("actor_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_subject_id_at_idx" ON "audit_event"("subject_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_agency_id_at_idx" ON "audit_event"("agency_id", "at");

-- CreateIndex
CREATE INDEX "audit_sealed_seal_no_idx" ON "audit_sealed"("seal_no");

-- CreateIndex
CREATE INDEX "disclosure_person_id_at_idx" ON "disclosure"("person_id", "at");

-- CreateIndex
CREATE INDEX "disclosure_recipient_id_at_idx" ON "disclosure"("recipient_id", "at");

-- CreateIndex
CREATE INDEX "break_glass_actor_id_ends_at_idx" ON "break_glass"("actor_id", "ends_at");

-- CreateIndex
CREATE INDEX "break_glass_person_id_idx" ON "break_glass"("person_id");

-- CreateIndex
CREATE INDEX "flagged_search_at_idx" ON "flagged_search"("at");

-- AddForeignKey
ALTER TABLE "agency" ADD CONSTRAINT "agency_state_fkey" FOREIGN KEY ("state") REFERENCES "country"("alpha3") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refresh_token" ADD CONSTRAINT "refresh_token_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_name" ADD CONSTRAINT "person_name_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "birth_date" ADD CONSTRAINT "birth_date_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nationality" ADD CONSTRAINT "nationality_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_document" ADD CONSTRAINT "identity_document_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "national_id" ADD CONSTRAINT "national_id_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "photo" ADD CONSTRAINT "photo_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_danger_flag" ADD CONSTRAINT "alert_danger_flag_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warrant" ADD CONSTRAINT "warrant_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_offence" ADD CONSTRAINT "alert_offence_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_offence" ADD CONSTRAINT "alert_offence_offence_code_id_fkey" FOREIGN KEY ("offence_code_id") REFERENCES "offence_code"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_transition" ADD CONSTRAINT "alert_transition_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offence_code" ADD CONSTRAINT "offence_code_state_fkey" FOREIGN KEY ("state") REFERENCES "country"("alpha3") ON DELETE RESTRICT ON UPDATE CASCADE;
