CREATE TABLE "available_days" (
	"candidate_id" uuid NOT NULL,
	"weekday" integer NOT NULL,
	"from_time" time(0) NOT NULL,
	"until_time" time(0) NOT NULL,
	CONSTRAINT "available_days_candidate_id_weekday_pk" PRIMARY KEY("candidate_id","weekday"),
	CONSTRAINT "available_days_weekday" CHECK ("available_days"."weekday" between 1 and 7),
	CONSTRAINT "available_days_hours" CHECK ("available_days"."from_time" <> "available_days"."until_time")
);
--> statement-breakpoint
CREATE TABLE "candidate_availability" (
	"candidate_id" uuid PRIMARY KEY NOT NULL,
	"is_school_hours" boolean DEFAULT false NOT NULL,
	"is_term_time_only" boolean DEFAULT false NOT NULL,
	"needs_childcare" boolean,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "candidate_qualifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"candidate_id" uuid NOT NULL,
	"name" text NOT NULL,
	"awarding_body" text DEFAULT '' NOT NULL,
	"gained_on" date,
	"level" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "candidate_qualifications_same" UNIQUE NULLS NOT DISTINCT("candidate_id","name","awarding_body","level","gained_on")
);
--> statement-breakpoint
CREATE TABLE "candidate_releases" (
	"candidate_id" uuid PRIMARY KEY NOT NULL,
	"expected_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "candidate_statements" (
	"candidate_id" uuid PRIMARY KEY NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "candidate_travel" (
	"candidate_id" uuid PRIMARY KEY NOT NULL,
	"modes" text[] DEFAULT '{}' NOT NULL,
	"max_minutes" integer,
	"earliest_leave" time(0),
	"latest_home" time(0),
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "candidate_travel_minutes" CHECK ("candidate_travel"."max_minutes" between 1 and 300)
);
--> statement-breakpoint
CREATE TABLE "hidden_employers" (
	"candidate_id" uuid NOT NULL,
	"employer_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hidden_employers_candidate_id_employer_id_pk" PRIMARY KEY("candidate_id","employer_id")
);
--> statement-breakpoint
CREATE TABLE "kept_apart" (
	"id" uuid PRIMARY KEY NOT NULL,
	"candidate_id" uuid NOT NULL,
	"who" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "qualification_places" (
	"qualification_id" uuid PRIMARY KEY NOT NULL,
	"candidate_id" uuid NOT NULL,
	"place" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "available_days" ADD CONSTRAINT "available_days_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_availability" ADD CONSTRAINT "candidate_availability_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_qualifications" ADD CONSTRAINT "candidate_qualifications_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_releases" ADD CONSTRAINT "candidate_releases_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_statements" ADD CONSTRAINT "candidate_statements_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_travel" ADD CONSTRAINT "candidate_travel_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_employers" ADD CONSTRAINT "hidden_employers_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_employers" ADD CONSTRAINT "hidden_employers_employer_id_employers_id_fk" FOREIGN KEY ("employer_id") REFERENCES "public"."employers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_apart" ADD CONSTRAINT "kept_apart_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualification_places" ADD CONSTRAINT "qualification_places_qualification_id_candidate_qualifications_id_fk" FOREIGN KEY ("qualification_id") REFERENCES "public"."candidate_qualifications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualification_places" ADD CONSTRAINT "qualification_places_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "kept_apart_same" ON "kept_apart" USING btree ("candidate_id","who");
--> statement-breakpoint
-- A volunteer is told less than a mentor whose work it is.
CREATE FUNCTION app_is_staff_mentor_of(candidate uuid) RETURNS boolean LANGUAGE sql STABLE
  SET app.role = 'system' SET search_path = public, pg_temp
  AS $$ SELECT app_is_assigned_to(candidate)
    AND EXISTS (SELECT 1 FROM mentors WHERE user_id = app_user() AND NOT is_volunteer) $$;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['candidate_statements', 'candidate_qualifications', 'qualification_places', 'candidate_availability', 'available_days', 'candidate_travel', 'candidate_releases', 'hidden_employers', 'kept_apart'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY inside ON %I FOR ALL USING ((SELECT app_is_inside())) WITH CHECK ((SELECT app_is_inside()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['candidate_statements', 'candidate_qualifications', 'candidate_availability', 'available_days', 'candidate_travel', 'candidate_releases', 'hidden_employers', 'kept_apart'] LOOP
    EXECUTE format($p$CREATE POLICY own ON %I FOR ALL USING ((SELECT app_role()) = 'candidate' AND app_owns_candidate(candidate_id)) WITH CHECK ((SELECT app_role()) = 'candidate' AND app_owns_candidate(candidate_id))$p$, t);
    EXECUTE format($p$CREATE POLICY office ON %I FOR SELECT USING ((SELECT app_role()) = 'coordinator')$p$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['candidate_statements', 'candidate_qualifications', 'candidate_availability', 'available_days', 'candidate_travel', 'candidate_releases'] LOOP
    EXECUTE format($p$CREATE POLICY caseload ON %I FOR ALL USING ((SELECT app_role()) = 'mentor' AND app_is_assigned_to(candidate_id)) WITH CHECK ((SELECT app_role()) = 'mentor' AND app_is_assigned_to(candidate_id))$p$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['hidden_employers', 'kept_apart'] LOOP
    EXECUTE format($p$CREATE POLICY caseload ON %I FOR ALL USING ((SELECT app_role()) = 'mentor' AND app_is_staff_mentor_of(candidate_id)) WITH CHECK ((SELECT app_role()) = 'mentor' AND app_is_staff_mentor_of(candidate_id))$p$, t);
  END LOOP;
END $$;
--> statement-breakpoint
-- Where something was gained can say that somebody was in prison: no role but their own reads it.
CREATE POLICY own ON qualification_places FOR ALL
  USING ((SELECT app_role()) = 'candidate' AND app_owns_candidate(candidate_id))
  WITH CHECK ((SELECT app_role()) = 'candidate' AND app_owns_candidate(candidate_id)
    AND EXISTS (SELECT 1 FROM candidate_qualifications q WHERE q.id = qualification_id AND q.candidate_id = qualification_places.candidate_id));
--> statement-breakpoint
-- A person pauses by themselves, or their mentor for them; nothing else of the row is theirs to change.
CREATE POLICY own_pause ON candidates FOR UPDATE
  USING ((SELECT app_role()) = 'candidate' AND app_owns_candidate(id)) WITH CHECK ((SELECT app_role()) = 'candidate' AND app_owns_candidate(id));
CREATE POLICY caseload_pause ON candidates FOR UPDATE
  USING ((SELECT app_role()) = 'mentor' AND app_is_assigned_to(id)) WITH CHECK ((SELECT app_role()) = 'mentor' AND app_is_assigned_to(id));
CREATE FUNCTION guard_candidate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app_role() IN ('candidate', 'mentor')
    AND to_jsonb(NEW) - ARRAY['paused_at', 'version'] <> to_jsonb(OLD) - ARRAY['paused_at', 'version'] THEN
    RAISE EXCEPTION 'only pausing is theirs to change' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON candidates FOR EACH ROW EXECUTE FUNCTION guard_candidate();
--> statement-breakpoint
-- Nobody who has paused is put forward, and nobody to an employer they have hidden themselves from:
-- nothing begins, no key is turned and nothing is released. Both sides lock the person's row first, so
-- that of two things done at once the second is judged by what the first left.
CREATE FUNCTION guard_paused_and_hidden() RETURNS trigger LANGUAGE plpgsql
  SET app.role = 'system' SET search_path = public, pg_temp AS $$
DECLARE
  paused timestamptz;
BEGIN
  SELECT paused_at INTO paused FROM candidates WHERE id = NEW.candidate_id FOR SHARE;
  IF TG_OP = 'INSERT' AND paused IS NOT NULL THEN
    RAISE EXCEPTION 'the person has paused' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM hidden_employers WHERE candidate_id = NEW.candidate_id AND employer_id = NEW.employer_id) THEN
    RAISE EXCEPTION 'the person has hidden themselves from this employer' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_begin BEFORE INSERT ON introductions
  FOR EACH ROW EXECUTE FUNCTION guard_paused_and_hidden();
CREATE TRIGGER guard_keys BEFORE UPDATE ON introductions FOR EACH ROW
  WHEN ((NEW.consent_given_at IS NOT NULL AND NEW.consent_given_at IS DISTINCT FROM OLD.consent_given_at)
    OR (NEW.approval_given_at IS NOT NULL AND NEW.approval_given_at IS DISTINCT FROM OLD.approval_given_at)
    OR (NEW.second_approved_at IS NOT NULL AND NEW.second_approved_at IS DISTINCT FROM OLD.second_approved_at)
    OR (NEW.first_released_at IS NOT NULL AND OLD.first_released_at IS NULL))
  EXECUTE FUNCTION guard_paused_and_hidden();
CREATE FUNCTION lock_who_hides() RETURNS trigger LANGUAGE plpgsql
  SET app.role = 'system' SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM candidates WHERE id = NEW.candidate_id FOR NO KEY UPDATE;
  RETURN NEW;
END $$;
CREATE TRIGGER lock BEFORE INSERT ON hidden_employers FOR EACH ROW EXECUTE FUNCTION lock_who_hides();
