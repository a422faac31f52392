CREATE TABLE "candidate_restriction_status" (
	"candidate_id" uuid PRIMARY KEY NOT NULL,
	"status" text DEFAULT 'not_checked' NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"set_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "candidate_restriction_status_status" CHECK ("candidate_restriction_status"."status" in ('none', 'some', 'not_checked'))
);
--> statement-breakpoint
CREATE TABLE "candidate_restrictions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"candidate_id" uuid NOT NULL,
	"sealed" text NOT NULL,
	"key_version" integer NOT NULL,
	"lawful_basis" text NOT NULL,
	"schedule_condition" text NOT NULL,
	"keep_until" date NOT NULL,
	"review_on" date NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "candidate_disclosures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"candidate_id" uuid NOT NULL,
	"sealed" text NOT NULL,
	"key_version" integer NOT NULL,
	"lawful_basis" text NOT NULL,
	"schedule_condition" text NOT NULL,
	"keep_until" date NOT NULL,
	"is_shared_with_mentor" boolean DEFAULT false NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "candidate_disclosures_candidate_id_unique" UNIQUE("candidate_id")
);
--> statement-breakpoint
CREATE TABLE "safeguarding_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"candidate_id" uuid NOT NULL,
	"sealed" text NOT NULL,
	"key_version" integer NOT NULL,
	"lawful_basis" text NOT NULL,
	"schedule_condition" text NOT NULL,
	"keep_until" date NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"written_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sensitive_readings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_hash" text NOT NULL,
	"user_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"held_back_because" text,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closes_at" timestamp with time zone DEFAULT now() + interval '10 minutes' NOT NULL,
	CONSTRAINT "sensitive_readings_kind" CHECK ("sensitive_readings"."kind" in ('restrictions', 'statement', 'safeguarding')),
	CONSTRAINT "sensitive_readings_reason" CHECK ("sensitive_readings"."reason" ~ '\S'),
	CONSTRAINT "sensitive_readings_ten_minutes" CHECK ("sensitive_readings"."closes_at" <= "sensitive_readings"."opened_at" + interval '10 minutes'),
	CONSTRAINT "sensitive_readings_held_back" CHECK ("sensitive_readings"."held_back_because" is null or ("sensitive_readings"."kind" = 'safeguarding' and "sensitive_readings"."held_back_because" ~ '\S'))
);
--> statement-breakpoint
ALTER TABLE "candidate_restriction_status" ADD CONSTRAINT "candidate_restriction_status_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_restriction_status" ADD CONSTRAINT "candidate_restriction_status_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_restrictions" ADD CONSTRAINT "candidate_restrictions_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_restrictions" ADD CONSTRAINT "candidate_restrictions_entered_by_users_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_restrictions" ADD CONSTRAINT "candidate_restrictions_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_disclosures" ADD CONSTRAINT "candidate_disclosures_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguarding_notes" ADD CONSTRAINT "safeguarding_notes_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguarding_notes" ADD CONSTRAINT "safeguarding_notes_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sensitive_readings" ADD CONSTRAINT "sensitive_readings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sensitive_readings" ADD CONSTRAINT "sensitive_readings_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "candidate_restrictions_candidate" ON "candidate_restrictions" USING btree ("candidate_id");--> statement-breakpoint
CREATE INDEX "safeguarding_notes_candidate" ON "safeguarding_notes" USING btree ("candidate_id");--> statement-breakpoint
CREATE INDEX "sensitive_readings_reader" ON "sensitive_readings" USING btree ("user_id","candidate_id","closes_at");--> statement-breakpoint
-- Questions that the policies below ask. Who asks as what is told by the caller, since inside the
-- function the role is 'system'.
CREATE FUNCTION app_is_volunteer() RETURNS boolean LANGUAGE sql STABLE
  SET app.role = 'system' SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT 1 FROM mentors WHERE user_id = app_user() AND is_volunteer) $$;
CREATE FUNCTION app_is_safeguarding_lead(acting text) RETURNS boolean LANGUAGE sql STABLE
  SET app.role = 'system' SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT 1 FROM role_grants
    WHERE user_id = app_user() AND role = acting AND is_safeguarding_lead AND ended_at IS NULL) $$;
CREATE FUNCTION app_has_open_reading(candidate uuid, of_kind text) RETURNS boolean LANGUAGE sql STABLE
  SET app.role = 'system' SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT 1 FROM sensitive_readings
    WHERE user_id = app_user() AND candidate_id = candidate AND kind = of_kind
      AND opened_at <= now() AND closes_at > now()) $$;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['candidate_restriction_status', 'candidate_restrictions', 'candidate_disclosures', 'safeguarding_notes', 'sensitive_readings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY inside ON %I FOR ALL USING ((SELECT app_is_inside())) WITH CHECK ((SELECT app_is_inside()))', t);
  END LOOP;
  -- Whoever looks after somebody says whether there are restrictions; a volunteer only reads which.
  -- Writing needs no reading, but what is there can be seen and changed only while it is open.
  FOREACH t IN ARRAY ARRAY['candidate_restriction_status', 'candidate_restrictions'] LOOP
    EXECUTE format($p$CREATE POLICY own ON %I FOR SELECT USING ((SELECT app_role()) = 'candidate' AND app_owns_candidate(candidate_id))$p$, t);
    EXECUTE format($p$CREATE POLICY office_add ON %I FOR INSERT WITH CHECK ((SELECT app_role()) = 'coordinator')$p$, t);
    EXECUTE format($p$CREATE POLICY caseload_add ON %I FOR INSERT WITH CHECK ((SELECT app_role()) = 'mentor' AND app_is_assigned_to(candidate_id) AND NOT (SELECT app_is_volunteer()))$p$, t);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY office ON candidate_restriction_status FOR SELECT USING ((SELECT app_role()) = 'coordinator');
CREATE POLICY office_save ON candidate_restriction_status FOR UPDATE
  USING ((SELECT app_role()) = 'coordinator') WITH CHECK ((SELECT app_role()) = 'coordinator');
CREATE POLICY caseload ON candidate_restriction_status FOR SELECT
  USING ((SELECT app_role()) = 'mentor' AND app_is_assigned_to(candidate_id));
CREATE POLICY caseload_save ON candidate_restriction_status FOR UPDATE
  USING ((SELECT app_role()) = 'mentor' AND app_is_assigned_to(candidate_id) AND NOT (SELECT app_is_volunteer()))
  WITH CHECK ((SELECT app_role()) = 'mentor' AND app_is_assigned_to(candidate_id) AND NOT (SELECT app_is_volunteer()));
DO $$
DECLARE a text;
BEGIN
  FOREACH a IN ARRAY ARRAY['SELECT', 'UPDATE'] LOOP
    EXECUTE format($p$CREATE POLICY %I ON candidate_restrictions FOR %s USING ((SELECT app_role()) = 'coordinator' AND app_has_open_reading(candidate_id, 'restrictions'))$p$, 'office_' || lower(a), a);
    EXECUTE format($p$CREATE POLICY %I ON candidate_restrictions FOR %s USING ((SELECT app_role()) = 'mentor' AND app_is_assigned_to(candidate_id) AND NOT (SELECT app_is_volunteer()) AND app_has_open_reading(candidate_id, 'restrictions'))$p$, 'caseload_' || lower(a), a);
  END LOOP;
END $$;
--> statement-breakpoint
-- Somebody's own words are theirs: a mentor reads them when they are shared, and only while open.
CREATE POLICY own ON candidate_disclosures FOR ALL
  USING ((SELECT app_role()) = 'candidate' AND app_owns_candidate(candidate_id))
  WITH CHECK ((SELECT app_role()) = 'candidate' AND app_owns_candidate(candidate_id));
CREATE POLICY caseload ON candidate_disclosures FOR SELECT
  USING ((SELECT app_role()) = 'mentor' AND is_shared_with_mentor AND app_is_assigned_to(candidate_id)
    AND NOT (SELECT app_is_volunteer()) AND app_has_open_reading(candidate_id, 'statement'));
CREATE POLICY office ON candidate_disclosures FOR SELECT
  USING ((SELECT app_role()) = 'coordinator' AND app_has_open_reading(candidate_id, 'statement'));
-- Safeguarding: written by a lead, read by a lead and by the office.
CREATE POLICY lead_add ON safeguarding_notes FOR INSERT
  WITH CHECK (written_by = (SELECT app_user()) AND (SELECT app_is_safeguarding_lead(app_role()))
    AND ((SELECT app_role()) = 'coordinator' OR ((SELECT app_role()) = 'mentor' AND app_is_assigned_to(candidate_id))));
CREATE POLICY lead ON safeguarding_notes FOR SELECT
  USING ((SELECT app_role()) = 'mentor' AND (SELECT app_is_safeguarding_lead(app_role()))
    AND app_is_assigned_to(candidate_id) AND app_has_open_reading(candidate_id, 'safeguarding'));
CREATE POLICY office ON safeguarding_notes FOR SELECT
  USING ((SELECT app_role()) = 'coordinator' AND app_has_open_reading(candidate_id, 'safeguarding'));
-- A reading is opened by the system, once the password has been given; then it never changes.
CREATE POLICY self ON sensitive_readings FOR SELECT USING (user_id = (SELECT app_user()));
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON sensitive_readings FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON sensitive_readings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- "Not checked" is not "none": no approval is given, and nothing is released, for anybody whose
-- programme records restrictions, until somebody has said which.
CREATE FUNCTION guard_introduction_restrictions() RETURNS trigger LANGUAGE plpgsql
  SET app.role = 'system' SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM enrolments e JOIN programmes p ON p.id = e.programme_id
      WHERE e.candidate_id = NEW.candidate_id AND e.ended_on IS NULL AND p.records_restrictions)
    AND NOT EXISTS (SELECT 1 FROM candidate_restriction_status
      WHERE candidate_id = NEW.candidate_id AND status IN ('none', 'some')) THEN
    RAISE EXCEPTION 'whether there are restrictions has not been checked' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_restrictions_at_approval BEFORE UPDATE ON introductions FOR EACH ROW
  WHEN (NEW.approval_given_at IS NOT NULL AND NEW.approval_given_at IS DISTINCT FROM OLD.approval_given_at)
  EXECUTE FUNCTION guard_introduction_restrictions();
CREATE TRIGGER guard_restrictions_at_release BEFORE UPDATE ON introductions FOR EACH ROW
  WHEN (NEW.first_released_at IS NOT NULL AND OLD.first_released_at IS NULL)
  EXECUTE FUNCTION guard_introduction_restrictions();
-- "None" is not said while there are some.
CREATE FUNCTION guard_restriction_status() RETURNS trigger LANGUAGE plpgsql
  SET app.role = 'system' SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM candidate_restrictions WHERE candidate_id = NEW.candidate_id AND ended_at IS NULL) THEN
    RAISE EXCEPTION 'there are restrictions on record' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_none BEFORE INSERT OR UPDATE ON candidate_restriction_status FOR EACH ROW
  WHEN (NEW.status = 'none') EXECUTE FUNCTION guard_restriction_status();
-- Saves of these leave exactly one audit entry, as those of introductions do.
CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR UPDATE OF ended_at, review_on, version ON candidate_restrictions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit('restriction');
--> statement-breakpoint
-- As before, and with each reading of a sealed text; one that a safeguarding lead holds back has
-- another name in the trail (safeguarding.read_held_back) and is not here.
CREATE OR REPLACE FUNCTION who_saw_me() RETURNS TABLE (at timestamptz, who text, what text)
  LANGUAGE sql STABLE SET app.role = 'system' SET search_path = public, pg_temp
  AS $$
    WITH me AS (SELECT id FROM candidates WHERE user_id = app_user()),
    mine AS (SELECT i.id, i.employer_id, i.opportunity_id, i.second_released_at
      FROM introductions i JOIN me ON me.id = i.candidate_id)
    SELECT a.at,
      CASE a.actor_role WHEN 'mentor' THEN concat_ws(', ', 'A mentor', m.organisation)
        WHEN 'coordinator' THEN 'The office' ELSE 'Somebody of the service' END,
      CASE a.action WHEN 'restrictions.read' THEN 'Your restrictions'
        WHEN 'statement.read' THEN 'Your own words about your past'
        WHEN 'safeguarding.read' THEN 'A note about keeping you safe'
        ELSE 'Your record' END
    FROM audit_entries a JOIN me ON a.object_type = 'candidate' AND a.object_id = me.id
    LEFT JOIN mentors m ON m.user_id = a.actor_user_id
    WHERE a.action IN ('candidate.read', 'restrictions.read', 'statement.read', 'safeguarding.read')
      AND a.actor_user_id IS DISTINCT FROM app_user()
    UNION ALL
    SELECT r.released_at, e.name, 'Shown your words, without your name, for “' || o.title || '”'
    FROM mine JOIN introduction_releases r ON r.introduction_id = mine.id
    JOIN employers e ON e.id = mine.employer_id JOIN opportunities o ON o.id = mine.opportunity_id
    UNION ALL
    SELECT mine.second_released_at, e.name, 'Shown your name and your mentor’s number, for “' || o.title || '”'
    FROM mine JOIN employers e ON e.id = mine.employer_id
    JOIN opportunities o ON o.id = mine.opportunity_id
    WHERE mine.second_released_at IS NOT NULL
    UNION ALL
    SELECT a.at, e.name, CASE a.action WHEN 'name.read' THEN 'Read your name' ELSE 'Read your words' END || ', for “' || o.title || '”'
    FROM mine JOIN audit_entries a ON a.object_type = 'introduction' AND a.object_id = mine.id
    JOIN employers e ON e.id = a.organisation_id JOIN opportunities o ON o.id = mine.opportunity_id
    WHERE a.actor_role = 'employer' AND a.action IN ('profile.read', 'name.read')
    UNION ALL
    SELECT a.at, concat_ws(', ', 'A mentor', m.organisation),
      CASE a.action WHEN 'supervision.read' THEN 'Whether you are on licence'
        ELSE 'Your words and what you are looking for, for “' || o.title || '”' END
    FROM mine JOIN audit_entries a ON a.object_type = 'introduction' AND a.object_id = mine.id
    JOIN mentors m ON m.user_id = a.actor_user_id JOIN opportunities o ON o.id = mine.opportunity_id
    WHERE a.action IN ('supervision.read', 'introduction.read')
  $$;
