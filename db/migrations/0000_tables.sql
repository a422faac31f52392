CREATE TABLE "account_tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "account_tokens_purpose" CHECK ("account_tokens"."purpose" in ('sign_in', 'reset', 'invite'))
);
--> statement-breakpoint
CREATE TABLE "mentors" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"display_name" text NOT NULL,
	"organisation" text NOT NULL,
	"work_phone" text NOT NULL,
	"is_volunteer" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"employer_id" uuid,
	"is_safeguarding_lead" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "role_grants_role" CHECK ("role_grants"."role" in ('candidate', 'mentor', 'employer', 'board', 'coordinator')),
	CONSTRAINT "role_grants_employer" CHECK (("role_grants"."role" = 'employer') = ("role_grants"."employer_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"role_grant_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"disabled_at" timestamp with time zone,
	"is_invented" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "users_email_lower" CHECK ("users"."email" = lower("users"."email"))
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_user_id" uuid,
	"actor_role" text NOT NULL,
	"organisation_id" uuid,
	"request_id" text,
	"action" text NOT NULL,
	"object_type" text NOT NULL,
	"object_id" uuid NOT NULL,
	"version_before" integer,
	"version_after" integer,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "candidate_identities" (
	"candidate_id" uuid PRIMARY KEY NOT NULL,
	"full_name" text NOT NULL,
	"email" text,
	"phone" text,
	"date_of_birth" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "candidate_profiles" (
	"candidate_id" uuid PRIMARY KEY NOT NULL,
	"strengths" text DEFAULT '' NOT NULL,
	"skills" text DEFAULT '' NOT NULL,
	"experience" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "candidate_supervision" (
	"candidate_id" uuid PRIMARY KEY NOT NULL,
	"is_on_licence" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "candidate_wishes" (
	"candidate_id" uuid PRIMARY KEY NOT NULL,
	"kinds" text[] DEFAULT '{}' NOT NULL,
	"sectors" text[] DEFAULT '{}' NOT NULL,
	"hours" text[] DEFAULT '{}' NOT NULL,
	"outcode" text NOT NULL,
	"reach_miles" integer DEFAULT 10 NOT NULL,
	"earliest_start" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "candidate_wishes_reach" CHECK ("candidate_wishes"."reach_miles" between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "candidates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"user_id" uuid,
	"paused_at" timestamp with time zone,
	"is_invented" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "candidates_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "mentor_assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"candidate_id" uuid NOT NULL,
	"mentor_user_id" uuid NOT NULL,
	"is_cover" boolean DEFAULT false NOT NULL,
	"starts_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "profile_texts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"candidate_id" uuid NOT NULL,
	"body" text NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "employers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"outcode" text,
	"work_phone" text DEFAULT '' NOT NULL,
	"approved_at" timestamp with time zone,
	"approved_by" uuid,
	"refused_at" timestamp with time zone,
	"refusal_reason" text,
	"suspended_at" timestamp with time zone,
	"is_imported" boolean DEFAULT false NOT NULL,
	"is_invented" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "employers_one_decision" CHECK ("employers"."approved_at" is null or "employers"."refused_at" is null),
	CONSTRAINT "employers_refusal_has_reason" CHECK ("employers"."refused_at" is null or "employers"."refusal_reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "introduction_edges" (
	"from_state" text NOT NULL,
	"to_state" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "introduction_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"introduction_id" uuid NOT NULL,
	"event" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"version" integer NOT NULL,
	"by_user_id" uuid,
	"by_role" text NOT NULL,
	"reason" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "introduction_releases" (
	"introduction_id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"employer_id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"released_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "introductions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"candidate_id" uuid NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"employer_id" uuid NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"proposed_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"consent_text_id" uuid,
	"consent_given_at" timestamp with time zone,
	"consent_expires_at" timestamp with time zone,
	"consent_by" uuid,
	"approval_text_id" uuid,
	"approval_given_at" timestamp with time zone,
	"approval_expires_at" timestamp with time zone,
	"approval_by" uuid,
	"needs_officer" boolean NOT NULL,
	"officer_name" text,
	"officer_approved_on" date,
	"officer_recorded_at" timestamp with time zone,
	"officer_recorded_by" uuid,
	"needs_second" boolean NOT NULL,
	"second_approved_at" timestamp with time zone,
	"second_approved_by" uuid,
	"first_released_at" timestamp with time zone,
	"answer_due_on" date,
	"second_released_at" timestamp with time zone,
	"offered_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"started_on" date,
	"start_recorded_at" timestamp with time zone,
	"start_confirmed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_reason" text,
	CONSTRAINT "introductions_state" CHECK ("introductions"."state" in ('proposed', 'introduced', 'meeting', 'offered', 'accepted', 'started', 'refused', 'withdrawn', 'expired', 'not_this_time', 'offer_declined')),
	CONSTRAINT "introductions_ended" CHECK (("introductions"."ended_at" is not null) = ("introductions"."state" in ('refused', 'withdrawn', 'expired', 'not_this_time', 'offer_declined'))),
	CONSTRAINT "introductions_first_release_needs_two_keys" CHECK ("introductions"."first_released_at" is null or (
        "introductions"."consent_given_at" is not null and "introductions"."approval_given_at" is not null
        and "introductions"."consent_text_id" is not null and "introductions"."consent_text_id" = "introductions"."approval_text_id"
        and greatest("introductions"."consent_given_at", "introductions"."approval_given_at") < least("introductions"."consent_expires_at", "introductions"."approval_expires_at")
        and "introductions"."consent_by" is not null and "introductions"."approval_by" is not null and "introductions"."consent_by" <> "introductions"."approval_by"
        and (not "introductions"."needs_officer" or ("introductions"."officer_recorded_at" is not null and "introductions"."officer_name" is not null and "introductions"."officer_approved_on" is not null))
        and (not "introductions"."needs_second" or ("introductions"."second_approved_at" is not null and "introductions"."second_approved_by" <> "introductions"."approval_by")))),
	CONSTRAINT "introductions_states_past_the_gate" CHECK ("introductions"."state" not in ('introduced', 'meeting', 'offered', 'accepted', 'started', 'not_this_time', 'offer_declined') or "introductions"."first_released_at" is not null),
	CONSTRAINT "introductions_states_past_the_name" CHECK ("introductions"."state" not in ('meeting', 'offered', 'accepted', 'started', 'offer_declined') or "introductions"."second_released_at" is not null),
	CONSTRAINT "introductions_second_after_first" CHECK ("introductions"."second_released_at" is null or "introductions"."first_released_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "released_names" (
	"introduction_id" uuid PRIMARY KEY NOT NULL,
	"employer_id" uuid NOT NULL,
	"full_name" text NOT NULL,
	"mentor_name" text NOT NULL,
	"mentor_phone" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "released_profiles" (
	"introduction_id" uuid PRIMARY KEY NOT NULL,
	"employer_id" uuid NOT NULL,
	"body" text NOT NULL,
	"distance_miles" integer
);
--> statement-breakpoint
CREATE TABLE "opportunities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"sector" text,
	"hours" text[] DEFAULT '{}' NOT NULL,
	"is_remote" boolean DEFAULT false NOT NULL,
	"outcodes" text[] DEFAULT '{}' NOT NULL,
	"town" text,
	"places" integer DEFAULT 1 NOT NULL,
	"places_taken" integer DEFAULT 0 NOT NULL,
	"closes_on" date,
	"audience" text DEFAULT 'anyone' NOT NULL,
	"min_age" integer DEFAULT 16 NOT NULL,
	"stance" text,
	"exclusions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"dbs_level" text DEFAULT 'none' NOT NULL,
	"dbs_basis" text,
	"pay_min_pence" integer,
	"pay_max_pence" integer,
	"pay_period" text,
	"pay_text" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"submitted_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"close_reason" text,
	"is_imported" boolean DEFAULT false NOT NULL,
	"is_invented" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "opportunities_places" CHECK ("opportunities"."places_taken" between 0 and "opportunities"."places"),
	CONSTRAINT "opportunities_state" CHECK ("opportunities"."state" in ('draft', 'submitted', 'returned', 'live', 'closed')),
	CONSTRAINT "opportunities_live_has_facts" CHECK ("opportunities"."state" <> 'live' or ("opportunities"."published_at" is not null and "opportunities"."closes_on" is not null and "opportunities"."title" <> '')),
	CONSTRAINT "opportunities_dbs_basis" CHECK ("opportunities"."state" = 'draft' or "opportunities"."dbs_level" in ('none', 'basic') or "opportunities"."dbs_basis" is not null)
);
--> statement-breakpoint
CREATE TABLE "review_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"opportunity_id" uuid NOT NULL,
	"field" text NOT NULL,
	"note" text NOT NULL,
	"by_user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"candidate_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"started_on" date NOT NULL,
	"ended_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"min_age" integer,
	"max_age" integer,
	"records_restrictions" boolean DEFAULT false NOT NULL,
	"is_invented" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "programmes_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "account_tokens" ADD CONSTRAINT "account_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentors" ADD CONSTRAINT "mentors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_employer_id_employers_id_fk" FOREIGN KEY ("employer_id") REFERENCES "public"."employers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_role_grant_id_role_grants_id_fk" FOREIGN KEY ("role_grant_id") REFERENCES "public"."role_grants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_identities" ADD CONSTRAINT "candidate_identities_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_profiles" ADD CONSTRAINT "candidate_profiles_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_supervision" ADD CONSTRAINT "candidate_supervision_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_wishes" ADD CONSTRAINT "candidate_wishes_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor_assignments" ADD CONSTRAINT "mentor_assignments_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor_assignments" ADD CONSTRAINT "mentor_assignments_mentor_user_id_users_id_fk" FOREIGN KEY ("mentor_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_texts" ADD CONSTRAINT "profile_texts_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_events" ADD CONSTRAINT "introduction_events_introduction_id_introductions_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introductions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_releases" ADD CONSTRAINT "introduction_releases_introduction_id_introductions_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introductions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_opportunity_id_opportunities_id_fk" FOREIGN KEY ("opportunity_id") REFERENCES "public"."opportunities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_employer_id_employers_id_fk" FOREIGN KEY ("employer_id") REFERENCES "public"."employers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_consent_text_id_profile_texts_id_fk" FOREIGN KEY ("consent_text_id") REFERENCES "public"."profile_texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_approval_text_id_profile_texts_id_fk" FOREIGN KEY ("approval_text_id") REFERENCES "public"."profile_texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "released_names" ADD CONSTRAINT "released_names_introduction_id_introductions_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introductions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "released_profiles" ADD CONSTRAINT "released_profiles_introduction_id_introductions_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introductions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_employer_id_employers_id_fk" FOREIGN KEY ("employer_id") REFERENCES "public"."employers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_notes" ADD CONSTRAINT "review_notes_opportunity_id_opportunities_id_fk" FOREIGN KEY ("opportunity_id") REFERENCES "public"."opportunities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "role_grants_user" ON "role_grants" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_failures_key_at" ON "sign_in_failures" USING btree ("key","at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_unique" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "audit_entries_object" ON "audit_entries" USING btree ("object_type","object_id");--> statement-breakpoint
CREATE INDEX "audit_entries_at" ON "audit_entries" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_entries_one_per_change" ON "audit_entries" USING btree ("object_type","object_id","version_after") WHERE version_after is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "candidates_user" ON "candidates" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "mentor_assignments_candidate" ON "mentor_assignments" USING btree ("candidate_id");--> statement-breakpoint
CREATE INDEX "mentor_assignments_mentor" ON "mentor_assignments" USING btree ("mentor_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mentor_assignments_one_mentor" ON "mentor_assignments" USING btree ("candidate_id") WHERE ends_at is null and not is_cover;--> statement-breakpoint
CREATE UNIQUE INDEX "profile_texts_same" ON "profile_texts" USING btree ("candidate_id","sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "introduction_edges_pair" ON "introduction_edges" USING btree ("from_state","to_state");--> statement-breakpoint
CREATE UNIQUE INDEX "introduction_events_version" ON "introduction_events" USING btree ("introduction_id","version");--> statement-breakpoint
CREATE INDEX "introduction_releases_employer" ON "introduction_releases" USING btree ("employer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "introductions_one_live" ON "introductions" USING btree ("candidate_id","opportunity_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "introductions_candidate" ON "introductions" USING btree ("candidate_id");--> statement-breakpoint
CREATE INDEX "introductions_opportunity" ON "introductions" USING btree ("opportunity_id");--> statement-breakpoint
CREATE INDEX "introductions_employer" ON "introductions" USING btree ("employer_id");--> statement-breakpoint
CREATE INDEX "opportunities_employer" ON "opportunities" USING btree ("employer_id");--> statement-breakpoint
CREATE INDEX "opportunities_newest" ON "opportunities" USING btree ("published_at" DESC NULLS LAST,"id") WHERE state = 'live';--> statement-breakpoint
CREATE INDEX "review_notes_opportunity" ON "review_notes" USING btree ("opportunity_id");--> statement-breakpoint
CREATE INDEX "enrolments_candidate" ON "enrolments" USING btree ("candidate_id");