CREATE TABLE "districts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"successor" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "districts_dates" CHECK ("districts"."ends_on" is null or "districts"."starts_on" is null or "districts"."ends_on" >= "districts"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"ends_on" date,
	"successor" text DEFAULT '' NOT NULL,
	"is_invented" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organisations_kind" CHECK ("organisations"."kind" in ('public_body', 'charity', 'prison', 'school', 'health', 'faith_group', 'other'))
);
--> statement-breakpoint
CREATE TABLE "funding_periods" (
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"funder" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"amount_pence" bigint,
	"note" text DEFAULT '' NOT NULL,
	"is_invented" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "funding_periods_dates" CHECK ("funding_periods"."ends_on" is null or "funding_periods"."ends_on" >= "funding_periods"."starts_on"),
	CONSTRAINT "funding_periods_amount" CHECK ("funding_periods"."amount_pence" is null or "funding_periods"."amount_pence" >= 0)
);
--> statement-breakpoint
CREATE TABLE "metric_values" (
	"id" uuid PRIMARY KEY NOT NULL,
	"metric_id" uuid NOT NULL,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"value" integer NOT NULL,
	"bound" text DEFAULT 'exact' NOT NULL,
	"source" text NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_back_at" timestamp with time zone,
	"taken_back_by" uuid,
	"taken_back_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "metric_values_period" CHECK ("metric_values"."period_to" >= "metric_values"."period_from"),
	CONSTRAINT "metric_values_value" CHECK ("metric_values"."value" >= 0),
	CONSTRAINT "metric_values_bound" CHECK ("metric_values"."bound" in ('exact', 'at_least', 'about')),
	CONSTRAINT "metric_values_taken_back_with_reason" CHECK ("metric_values"."taken_back_at" is null or coalesce(trim("metric_values"."taken_back_reason") <> '', false))
);
--> statement-breakpoint
CREATE TABLE "programme_areas" (
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"district_id" uuid NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "programme_areas_dates" CHECK ("programme_areas"."ends_on" is null or "programme_areas"."starts_on" is null or "programme_areas"."ends_on" >= "programme_areas"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "programme_metrics" (
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"definition" text NOT NULL,
	"unit" text NOT NULL,
	"counted_over" text,
	"follow_up_months" integer,
	"target" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "programme_metrics_kind" CHECK ("programme_metrics"."kind" in ('outcome', 'target', 'count')),
	CONSTRAINT "programme_metrics_unit" CHECK ("programme_metrics"."unit" in ('people', 'events')),
	CONSTRAINT "programme_metrics_counted_over" CHECK ("programme_metrics"."counted_over" in ('engaged', 'all_referrals')),
	CONSTRAINT "programme_metrics_follow_up" CHECK ("programme_metrics"."follow_up_months" between 1 and 120),
	CONSTRAINT "programme_metrics_target" CHECK ("programme_metrics"."target" is null or "programme_metrics"."target" > 0),
	CONSTRAINT "programme_metrics_target_is_set" CHECK ("programme_metrics"."kind" <> 'target' or "programme_metrics"."target" is not null)
);
--> statement-breakpoint
CREATE TABLE "referral_sources" (
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"organisation_id" uuid,
	"starts_on" date,
	"ends_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "referral_sources_kind" CHECK ("referral_sources"."kind" in ('school', 'custody', 'work_coach', 'early_help', 'health', 'victim_services', 'chaplaincy', 'prison', 'outreach', 'court_disposal', 'other_programme', 'self')),
	CONSTRAINT "referral_sources_dates" CHECK ("referral_sources"."ends_on" is null or "referral_sources"."starts_on" is null or "referral_sources"."ends_on" >= "referral_sources"."starts_on")
);
--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "referred_on" date;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "ended_reason" text;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "rules_confirmed_by" uuid;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "rules_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "review_due_on" date;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "reviewed_on" date;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "public_slug" text;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "kind" text DEFAULT 'support' NOT NULL;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "operator_id" uuid;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "starts_on" date;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "closed_on" date;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "dates_known_to" text DEFAULT 'day' NOT NULL;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "successor_id" uuid;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "support_months" integer;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "age_measured_at" text DEFAULT 'start' NOT NULL;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "only_sex" text;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "only_sex_basis" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "need_link" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "areas_only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "second_approver" text DEFAULT 'under_18' NOT NULL;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "takes_self_referrals" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "lawful_basis" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "schedule_1_condition" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "retention_months" integer DEFAULT 24 NOT NULL;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "employer_wording" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "funding_periods" ADD CONSTRAINT "funding_periods_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metric_values" ADD CONSTRAINT "metric_values_metric_id_programme_metrics_id_fk" FOREIGN KEY ("metric_id") REFERENCES "public"."programme_metrics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_areas" ADD CONSTRAINT "programme_areas_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_areas" ADD CONSTRAINT "programme_areas_district_id_districts_id_fk" FOREIGN KEY ("district_id") REFERENCES "public"."districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_metrics" ADD CONSTRAINT "programme_metrics_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_sources" ADD CONSTRAINT "referral_sources_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_sources" ADD CONSTRAINT "referral_sources_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "districts_code" ON "districts" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_name" ON "organisations" USING btree (lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "funding_periods_once" ON "funding_periods" USING btree ("programme_id","funder","starts_on");--> statement-breakpoint
CREATE UNIQUE INDEX "metric_values_one_per_period" ON "metric_values" USING btree ("metric_id","period_from","period_to") WHERE taken_back_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "programme_areas_once" ON "programme_areas" USING btree ("programme_id","district_id") WHERE ends_on is null;--> statement-breakpoint
CREATE UNIQUE INDEX "programme_metrics_once" ON "programme_metrics" USING btree ("programme_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "referral_sources_once" ON "referral_sources" USING btree ("programme_id","kind","label") WHERE ends_on is null;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_operator_id_organisations_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_owner_id_organisations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_successor_id_programmes_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "enrolments_one_open" ON "enrolments" USING btree ("candidate_id","programme_id") WHERE ended_on is null;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_public_slug_unique" UNIQUE("public_slug");--> statement-breakpoint
UPDATE enrolments SET ended_reason = 'other' WHERE ended_on IS NOT NULL;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_end_has_reason" CHECK ("enrolments"."ended_on" is null or "enrolments"."ended_reason" is not null);--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_dates" CHECK ("enrolments"."ended_on" is null or "enrolments"."ended_on" >= "enrolments"."started_on");--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_rules_confirmed" CHECK (("enrolments"."rules_confirmed_by" is null) = ("enrolments"."rules_confirmed_at" is null));--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_kind" CHECK ("programmes"."kind" in ('support', 'board'));--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_dates_known_to" CHECK ("programmes"."dates_known_to" in ('day', 'month', 'year'));--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_age_measured_at" CHECK ("programmes"."age_measured_at" in ('referral', 'start'));--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_second_approver" CHECK ("programmes"."second_approver" in ('under_18', 'everyone'));--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_only_sex" CHECK ("programmes"."only_sex" in ('women', 'men'));--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_sex_rule_has_a_basis" CHECK ("programmes"."only_sex" is null or trim("programmes"."only_sex_basis") <> '');--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_ages" CHECK ("programmes"."min_age" is null or "programmes"."max_age" is null or "programmes"."min_age" <= "programmes"."max_age");--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_support_months" CHECK ("programmes"."support_months" between 1 and 60);--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_retention_months" CHECK ("programmes"."retention_months" between 1 and 240);--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_dates" CHECK ("programmes"."closed_on" is null or "programmes"."starts_on" is null or "programmes"."closed_on" >= "programmes"."starts_on");--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_successor" CHECK ("programmes"."successor_id" <> "programmes"."id");
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['organisations', 'districts', 'funding_periods', 'programme_areas', 'referral_sources', 'programme_metrics', 'metric_values'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY inside ON %I FOR ALL USING ((SELECT app_is_inside())) WITH CHECK ((SELECT app_is_inside()))', t);
    -- The office adds and changes; nothing of a programme is ever deleted.
    EXECUTE format($p$CREATE POLICY office_reads ON %I FOR SELECT USING ((SELECT app_role()) = 'coordinator')$p$, t);
    EXECUTE format($p$CREATE POLICY office_adds ON %I FOR INSERT WITH CHECK ((SELECT app_role()) = 'coordinator')$p$, t);
    EXECUTE format($p$CREATE POLICY office_changes ON %I FOR UPDATE USING ((SELECT app_role()) = 'coordinator') WITH CHECK ((SELECT app_role()) = 'coordinator')$p$, t);
    EXECUTE format('CREATE TRIGGER never_deleted BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;
--> statement-breakpoint
DROP POLICY office ON programmes;
CREATE POLICY office_adds ON programmes FOR INSERT WITH CHECK ((SELECT app_role()) = 'coordinator');
CREATE POLICY office_changes ON programmes FOR UPDATE USING ((SELECT app_role()) = 'coordinator') WITH CHECK ((SELECT app_role()) = 'coordinator');
CREATE TRIGGER never_deleted BEFORE DELETE ON programmes FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A public page is read under nobody's rights, whoever looks at it: so an employer signed in has no
-- policy of its own on any of these, and cannot ask which programmes there are.
CREATE POLICY public_page ON programmes FOR SELECT
  USING ((SELECT app_role()) = 'anonymous' AND public_slug IS NOT NULL);
CREATE POLICY public_page ON organisations FOR SELECT
  USING ((SELECT app_role()) = 'anonymous' AND EXISTS (
    SELECT 1 FROM programmes p WHERE organisations.id IN (p.operator_id, p.owner_id)));
CREATE POLICY public_page ON funding_periods FOR SELECT
  USING ((SELECT app_role()) = 'anonymous' AND EXISTS (SELECT 1 FROM programmes p WHERE p.id = programme_id));
CREATE POLICY public_page ON programme_areas FOR SELECT
  USING ((SELECT app_role()) = 'anonymous' AND EXISTS (SELECT 1 FROM programmes p WHERE p.id = programme_id));
CREATE POLICY public_page ON referral_sources FOR SELECT
  USING ((SELECT app_role()) = 'anonymous' AND EXISTS (SELECT 1 FROM programmes p WHERE p.id = programme_id));
CREATE POLICY everyone ON districts FOR SELECT USING (true);
CREATE POLICY known ON organisations FOR SELECT USING ((SELECT app_role()) IN ('candidate', 'mentor', 'board'));
CREATE POLICY board ON funding_periods FOR SELECT USING ((SELECT app_role()) = 'board');
CREATE POLICY board ON programme_areas FOR SELECT USING ((SELECT app_role()) = 'board');
CREATE POLICY board ON programme_metrics FOR SELECT USING ((SELECT app_role()) = 'board');
CREATE POLICY board ON metric_values FOR SELECT USING ((SELECT app_role()) = 'board' AND taken_back_at IS NULL);
--> statement-breakpoint
-- A mentor records the review of the support of somebody of their caseload; what may change of the
-- row is held by guard_enrolment_change.
CREATE POLICY caseload_review ON enrolments FOR UPDATE
  USING ((SELECT app_role()) = 'mentor' AND app_is_assigned_to(candidate_id))
  WITH CHECK ((SELECT app_role()) = 'mentor' AND app_is_assigned_to(candidate_id));
--> statement-breakpoint
-- Into which programme somebody may be enrolled, judged at the day the enrolment starts. `age`
-- counts completed years: somebody born on 29 February is 18 on 1 March.
CREATE FUNCTION guard_enrolment() RETURNS trigger LANGUAGE plpgsql
  SET app.role = 'system' SET search_path = public, pg_temp AS $$
DECLARE
  p programmes;
  born date;
  years integer;
BEGIN
  SELECT * INTO p FROM programmes WHERE id = NEW.programme_id;
  IF p.kind <> 'support' THEN
    RAISE EXCEPTION 'nobody is enrolled in a board' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.started_on < p.starts_on OR NEW.started_on > p.closed_on THEN
    RAISE EXCEPTION 'the programme is not open on that day' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM funding_periods WHERE programme_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM funding_periods WHERE programme_id = p.id
      AND NEW.started_on >= starts_on AND (ends_on IS NULL OR NEW.started_on <= ends_on)) THEN
    RAISE EXCEPTION 'nobody pays for the programme on that day' USING ERRCODE = 'check_violation';
  END IF;
  IF (p.only_sex IS NOT NULL OR p.need_link <> '' OR p.areas_only) AND NEW.rules_confirmed_at IS NULL THEN
    RAISE EXCEPTION 'nobody has made sure of the rules of the programme' USING ERRCODE = 'check_violation';
  END IF;
  IF p.min_age IS NOT NULL OR p.max_age IS NOT NULL THEN
    SELECT i.date_of_birth INTO born FROM candidate_identities i WHERE i.candidate_id = NEW.candidate_id;
    years := extract(year FROM age(
      CASE p.age_measured_at WHEN 'referral' THEN coalesce(NEW.referred_on, NEW.started_on) ELSE NEW.started_on END, born));
    IF years IS NULL OR years < coalesce(p.min_age, 0) OR years > coalesce(p.max_age, 200) THEN
      RAISE EXCEPTION 'the programme is not for people of that age' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON enrolments FOR EACH ROW EXECUTE FUNCTION guard_enrolment();
CREATE FUNCTION guard_enrolment_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT app_is_inside() AND (
    (NEW.id, NEW.candidate_id, NEW.programme_id, NEW.referred_on, NEW.started_on, NEW.rules_confirmed_by, NEW.rules_confirmed_at, NEW.created_at)
      IS DISTINCT FROM (OLD.id, OLD.candidate_id, OLD.programme_id, OLD.referred_on, OLD.started_on, OLD.rules_confirmed_by, OLD.rules_confirmed_at, OLD.created_at)
    OR OLD.ended_on IS NOT NULL) THEN
    RAISE EXCEPTION 'of an enrolment only its review and its end are recorded, and once it has ended nothing' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'an enrolment moves one version at a time' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_change BEFORE UPDATE ON enrolments FOR EACH ROW EXECUTE FUNCTION guard_enrolment_change();
--> statement-breakpoint
-- Another definition is another metric: what a number means does not change behind it.
CREATE FUNCTION guard_metric() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.programme_id, NEW.kind, NEW.name, NEW.definition, NEW.unit, NEW.counted_over, NEW.follow_up_months)
      IS DISTINCT FROM (OLD.programme_id, OLD.kind, OLD.name, OLD.definition, OLD.unit, OLD.counted_over, OLD.follow_up_months)
    AND EXISTS (SELECT 1 FROM metric_values WHERE metric_id = OLD.id) THEN
    RAISE EXCEPTION 'a metric with numbers keeps its definition' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON programme_metrics FOR EACH ROW EXECUTE FUNCTION guard_metric();
CREATE FUNCTION guard_metric_value() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.metric_id, NEW.period_from, NEW.period_to, NEW.value, NEW.bound, NEW.source, NEW.entered_by, NEW.entered_at)
      IS DISTINCT FROM (OLD.id, OLD.metric_id, OLD.period_from, OLD.period_to, OLD.value, OLD.bound, OLD.source, OLD.entered_by, OLD.entered_at)
    OR OLD.taken_back_at IS NOT NULL THEN
    RAISE EXCEPTION 'a number is taken back and entered again, never changed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON metric_values FOR EACH ROW EXECUTE FUNCTION guard_metric_value();
--> statement-breakpoint
-- The second approval, besides what guard_introduction asks for: a programme may ask for it for
-- everyone, and a birthday on 29 February counts from 1 March, on the day in London.
CREATE FUNCTION guard_second_needed() RETURNS trigger LANGUAGE plpgsql
  SET app.role = 'system' SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.first_released_at IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.first_released_at IS NULL)
    AND (NEW.second_approved_at IS NULL OR NEW.second_approved_by = NEW.approval_by)
    AND (EXISTS (
        SELECT 1 FROM candidate_identities i WHERE i.candidate_id = NEW.candidate_id
          AND extract(year FROM age((NEW.first_released_at AT TIME ZONE 'Europe/London')::date, i.date_of_birth)) < 18)
      OR EXISTS (
        SELECT 1 FROM enrolments e JOIN programmes p ON p.id = e.programme_id
        WHERE e.candidate_id = NEW.candidate_id AND e.ended_on IS NULL AND p.second_approver = 'everyone')) THEN
    RAISE EXCEPTION 'the second approval is missing' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_second_needed BEFORE INSERT OR UPDATE ON introductions FOR EACH ROW EXECUTE FUNCTION guard_second_needed();
--> statement-breakpoint
-- Every change has its audit entry by the end of its transaction.
DO $$
DECLARE pair text[];
BEGIN
  FOREACH pair SLICE 1 IN ARRAY ARRAY[
    ['programmes', 'programme'], ['enrolments', 'enrolment'], ['organisations', 'organisation'], ['districts', 'district'],
    ['funding_periods', 'funding_period'], ['programme_areas', 'programme_area'], ['referral_sources', 'referral_source'],
    ['programme_metrics', 'programme_metric'], ['metric_values', 'metric_value']] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER audited AFTER UPDATE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit(%L)', pair[1], pair[2]);
  END LOOP;
END $$;
