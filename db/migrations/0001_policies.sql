-- Who acts, set for one transaction by set_config(..., true); afterwards the setting is '' and not NULL.
CREATE FUNCTION app_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
CREATE FUNCTION app_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('app.role', true), ''), 'anonymous') $$;
CREATE FUNCTION app_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.organisation_id', true), '')::uuid $$;
--> statement-breakpoint
-- 'system': tasks, sign-in, imports. 'gate': the one transition of introductions.
CREATE FUNCTION app_is_inside() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT app_role() IN ('system', 'gate') $$;
--> statement-breakpoint
-- Questions that policies ask across tables. Each runs as 'system' for its own length, so that the
-- policies of the tables it reads do not ask it again.
CREATE FUNCTION app_owns_candidate(candidate uuid) RETURNS boolean LANGUAGE sql STABLE
  SET app.role = 'system' SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT 1 FROM candidates WHERE id = candidate AND user_id = app_user()) $$;
CREATE FUNCTION app_is_assigned_to(candidate uuid) RETURNS boolean LANGUAGE sql STABLE
  SET app.role = 'system' SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (
    SELECT 1 FROM mentor_assignments a
    JOIN role_grants g ON g.user_id = a.mentor_user_id AND g.role = 'mentor' AND g.ended_at IS NULL
    WHERE a.candidate_id = candidate AND a.mentor_user_id = app_user()
      AND a.starts_at <= now() AND (a.ends_at IS NULL OR a.ends_at > now())) $$;
CREATE FUNCTION introduction_is_open(introduction uuid) RETURNS boolean LANGUAGE sql STABLE
  SET app.role = 'system' SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT 1 FROM introductions
    WHERE id = introduction AND first_released_at IS NOT NULL AND ended_at IS NULL) $$;
CREATE FUNCTION introduction_is_named(introduction uuid) RETURNS boolean LANGUAGE sql STABLE
  SET app.role = 'system' SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT 1 FROM introductions
    WHERE id = introduction AND second_released_at IS NOT NULL AND ended_at IS NULL) $$;
CREATE FUNCTION app_is_introduced_to(opportunity uuid) RETURNS boolean LANGUAGE sql STABLE
  SET app.role = 'system' SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT 1 FROM introductions i JOIN candidates c ON c.id = i.candidate_id
    WHERE i.opportunity_id = opportunity AND c.user_id = app_user()) $$;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY inside ON %I FOR ALL USING ((SELECT app_is_inside())) WITH CHECK ((SELECT app_is_inside()))', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- Accounts. Sessions, tokens and failures are the system's own.
CREATE POLICY self ON users FOR SELECT USING (id = (SELECT app_user()));
CREATE POLICY office ON users FOR ALL USING ((SELECT app_role()) = 'coordinator') WITH CHECK ((SELECT app_role()) = 'coordinator');
CREATE POLICY self ON role_grants FOR SELECT USING (user_id = (SELECT app_user()));
CREATE POLICY office ON role_grants FOR ALL USING ((SELECT app_role()) = 'coordinator') WITH CHECK ((SELECT app_role()) = 'coordinator');
CREATE POLICY signed_in ON mentors FOR SELECT USING ((SELECT app_role()) IN ('candidate', 'mentor', 'coordinator'));
CREATE POLICY office ON mentors FOR ALL USING ((SELECT app_role()) = 'coordinator') WITH CHECK ((SELECT app_role()) = 'coordinator');
--> statement-breakpoint
-- Employers and what they post.
CREATE POLICY approved ON employers FOR SELECT USING (approved_at IS NOT NULL AND suspended_at IS NULL);
CREATE POLICY own ON employers FOR SELECT USING ((SELECT app_role()) = 'employer' AND id = (SELECT app_organisation()));
CREATE POLICY office ON employers FOR ALL USING ((SELECT app_role()) = 'coordinator') WITH CHECK ((SELECT app_role()) = 'coordinator');
CREATE POLICY live_for_anyone ON opportunities FOR SELECT USING (state = 'live' AND audience = 'anyone');
CREATE POLICY live_for_people ON opportunities FOR SELECT
  USING (state = 'live' AND (SELECT app_role()) IN ('candidate', 'mentor'));
CREATE POLICY introduced ON opportunities FOR SELECT
  USING ((SELECT app_role()) = 'candidate' AND state <> 'live' AND app_is_introduced_to(id));
CREATE POLICY mentors ON opportunities FOR SELECT USING ((SELECT app_role()) = 'mentor' AND state IN ('live', 'closed'));
CREATE POLICY own ON opportunities FOR ALL
  USING ((SELECT app_role()) = 'employer' AND employer_id = (SELECT app_organisation()))
  WITH CHECK ((SELECT app_role()) = 'employer' AND employer_id = (SELECT app_organisation()));
CREATE POLICY office ON opportunities FOR ALL USING ((SELECT app_role()) = 'coordinator') WITH CHECK ((SELECT app_role()) = 'coordinator');
CREATE POLICY own ON review_notes FOR ALL
  USING ((SELECT app_role()) = 'employer' AND EXISTS (SELECT 1 FROM opportunities o WHERE o.id = opportunity_id AND o.employer_id = app_organisation()))
  WITH CHECK ((SELECT app_role()) = 'employer' AND EXISTS (SELECT 1 FROM opportunities o WHERE o.id = opportunity_id AND o.employer_id = app_organisation()));
CREATE POLICY office ON review_notes FOR ALL USING ((SELECT app_role()) = 'coordinator') WITH CHECK ((SELECT app_role()) = 'coordinator');
--> statement-breakpoint
-- People. One kind of fact, one table, one rule.
CREATE POLICY known ON programmes FOR SELECT USING ((SELECT app_role()) IN ('candidate', 'mentor', 'board', 'coordinator'));
CREATE POLICY office ON programmes FOR ALL USING ((SELECT app_role()) = 'coordinator') WITH CHECK ((SELECT app_role()) = 'coordinator');
DO $$
DECLARE t text; c text;
BEGIN
  FOREACH t IN ARRAY ARRAY['candidates', 'candidate_identities', 'candidate_supervision', 'candidate_wishes', 'candidate_profiles', 'profile_texts', 'enrolments', 'mentor_assignments'] LOOP
    c := CASE t WHEN 'candidates' THEN 'id' ELSE 'candidate_id' END;
    EXECUTE format($p$CREATE POLICY office ON %I FOR ALL USING ((SELECT app_role()) = 'coordinator') WITH CHECK ((SELECT app_role()) = 'coordinator')$p$, t);
    EXECUTE format($p$CREATE POLICY own ON %I FOR SELECT USING ((SELECT app_role()) = 'candidate' AND app_owns_candidate(%I))$p$, t, c);
    EXECUTE format($p$CREATE POLICY caseload ON %I FOR SELECT USING ((SELECT app_role()) = 'mentor' AND app_is_assigned_to(%I))$p$, t, c);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['candidate_wishes', 'candidate_profiles'] LOOP
    EXECUTE format($p$CREATE POLICY own_save ON %I FOR UPDATE USING ((SELECT app_role()) = 'candidate' AND app_owns_candidate(candidate_id)) WITH CHECK ((SELECT app_role()) = 'candidate' AND app_owns_candidate(candidate_id))$p$, t);
    EXECUTE format($p$CREATE POLICY own_first_save ON %I FOR INSERT WITH CHECK ((SELECT app_role()) = 'candidate' AND app_owns_candidate(candidate_id))$p$, t);
    EXECUTE format($p$CREATE POLICY caseload_save ON %I FOR UPDATE USING ((SELECT app_role()) = 'mentor' AND app_is_assigned_to(candidate_id)) WITH CHECK ((SELECT app_role()) = 'mentor' AND app_is_assigned_to(candidate_id))$p$, t);
  END LOOP;
END $$;
--> statement-breakpoint
-- Introductions: read by the people of the case and the office, written by the gate alone.
CREATE POLICY own ON introductions FOR SELECT USING ((SELECT app_role()) = 'candidate' AND app_owns_candidate(candidate_id));
CREATE POLICY caseload ON introductions FOR SELECT USING ((SELECT app_role()) = 'mentor' AND app_is_assigned_to(candidate_id));
CREATE POLICY office ON introductions FOR SELECT USING ((SELECT app_role()) = 'coordinator');
CREATE POLICY everyone ON introduction_edges FOR SELECT USING (true);
CREATE POLICY by_introduction ON introduction_events FOR SELECT
  USING ((SELECT app_role()) IN ('candidate', 'mentor', 'coordinator') AND EXISTS (SELECT 1 FROM introductions i WHERE i.id = introduction_id));
CREATE POLICY own ON introduction_releases FOR SELECT USING ((SELECT app_role()) = 'employer' AND employer_id = (SELECT app_organisation()));
CREATE POLICY own_open ON released_profiles FOR SELECT
  USING ((SELECT app_role()) = 'employer' AND employer_id = (SELECT app_organisation()) AND introduction_is_open(introduction_id));
CREATE POLICY own_named ON released_names FOR SELECT
  USING ((SELECT app_role()) = 'employer' AND employer_id = (SELECT app_organisation()) AND introduction_is_named(introduction_id));
--> statement-breakpoint
-- The audit trail: anyone who acts adds to it in their own name; nobody changes it.
CREATE POLICY add ON audit_entries FOR INSERT
  WITH CHECK (actor_user_id IS NOT DISTINCT FROM app_user());
CREATE POLICY office ON audit_entries FOR SELECT USING ((SELECT app_role()) = 'coordinator');
CREATE POLICY queue ON messages FOR INSERT WITH CHECK ((SELECT app_user()) IS NOT NULL);
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_entries', 'introduction_events', 'profile_texts', 'released_profiles', 'released_names', 'introduction_releases'] LOOP
    EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;
--> statement-breakpoint
INSERT INTO introduction_edges (from_state, to_state) SELECT f, t FROM (VALUES
  ('proposed', 'proposed'), ('proposed', 'introduced'), ('proposed', 'refused'), ('proposed', 'withdrawn'), ('proposed', 'expired'),
  ('introduced', 'meeting'), ('introduced', 'not_this_time'), ('introduced', 'withdrawn'),
  ('meeting', 'offered'), ('meeting', 'not_this_time'), ('meeting', 'withdrawn'),
  ('offered', 'accepted'), ('offered', 'offer_declined'), ('offered', 'withdrawn'),
  ('accepted', 'started'), ('accepted', 'withdrawn'),
  ('started', 'started'), ('started', 'withdrawn')) AS e(f, t);
--> statement-breakpoint
-- The gate in the database: the edges (I6), who may approve (I2), whose words they are (I1),
-- which extra keys the person needs (I1), and one step of the version at a time (I10).
CREATE FUNCTION guard_introduction() RETURNS trigger LANGUAGE plpgsql
  SET app.role = 'system' SET search_path = public, pg_temp AS $$
DECLARE
  on_licence boolean;
  born date;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'proposed' OR NEW.first_released_at IS NOT NULL OR NEW.approval_given_at IS NOT NULL THEN
      RAISE EXCEPTION 'an introduction begins as proposed, with no key turned' USING ERRCODE = 'check_violation';
    END IF;
  ELSE
    IF NOT EXISTS (SELECT 1 FROM introduction_edges WHERE from_state = OLD.state AND to_state = NEW.state) THEN
      RAISE EXCEPTION 'an introduction cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.version <> OLD.version + 1 THEN
      RAISE EXCEPTION 'an introduction moves one version at a time' USING ERRCODE = 'check_violation';
    END IF;
    IF (NEW.candidate_id, NEW.opportunity_id, NEW.employer_id) IS DISTINCT FROM (OLD.candidate_id, OLD.opportunity_id, OLD.employer_id)
      OR (OLD.first_released_at IS NOT NULL AND NEW.first_released_at IS DISTINCT FROM OLD.first_released_at) THEN
      RAISE EXCEPTION 'what an introduction is about never changes' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM opportunities WHERE id = NEW.opportunity_id AND employer_id = NEW.employer_id) THEN
    RAISE EXCEPTION 'the opportunity is not that employer''s' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.approval_given_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.approval_given_at IS DISTINCT FROM OLD.approval_given_at) THEN
    IF NOT EXISTS (
      SELECT 1 FROM mentor_assignments a
      JOIN role_grants g ON g.user_id = a.mentor_user_id AND g.role = 'mentor' AND g.ended_at IS NULL
      JOIN users u ON u.id = a.mentor_user_id AND u.disabled_at IS NULL
      WHERE a.candidate_id = NEW.candidate_id AND a.mentor_user_id = NEW.approval_by
        AND a.starts_at <= now() AND (a.ends_at IS NULL OR a.ends_at > now())) THEN
      RAISE EXCEPTION 'the approver is not an active mentor of this candidate' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM role_grants WHERE user_id = NEW.approval_by AND employer_id = NEW.employer_id AND ended_at IS NULL)
      OR EXISTS (SELECT 1 FROM candidates WHERE id = NEW.candidate_id AND user_id = NEW.approval_by) THEN
      RAISE EXCEPTION 'nobody approves for themselves or for their own employer' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  IF NEW.first_released_at IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.first_released_at IS NULL) THEN
    IF NEW.first_released_at < greatest(NEW.consent_given_at, NEW.approval_given_at)
      OR NEW.first_released_at > least(NEW.consent_expires_at, NEW.approval_expires_at) THEN
      RAISE EXCEPTION 'a key has expired' USING ERRCODE = 'check_violation';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM profile_texts WHERE id = NEW.consent_text_id AND candidate_id = NEW.candidate_id) THEN
      RAISE EXCEPTION 'the words are not this candidate''s' USING ERRCODE = 'check_violation';
    END IF;
    SELECT s.is_on_licence INTO on_licence FROM candidate_supervision s WHERE s.candidate_id = NEW.candidate_id;
    SELECT i.date_of_birth INTO born FROM candidate_identities i WHERE i.candidate_id = NEW.candidate_id;
    IF on_licence IS NULL OR born IS NULL THEN
      RAISE EXCEPTION 'whether extra keys are needed is not known' USING ERRCODE = 'check_violation';
    END IF;
    IF on_licence AND NEW.officer_recorded_at IS NULL THEN
      RAISE EXCEPTION 'the supervising officer''s approval is missing' USING ERRCODE = 'check_violation';
    END IF;
    IF born + interval '18 years' > NEW.first_released_at AND (NEW.second_approved_at IS NULL OR NEW.second_approved_by = NEW.approval_by) THEN
      RAISE EXCEPTION 'the second approval is missing' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON introductions FOR EACH ROW EXECUTE FUNCTION guard_introduction();
CREATE TRIGGER never_deleted BEFORE DELETE ON introductions FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Every change of an introduction has exactly one audit entry by the end of its transaction (I5);
-- the unique index on audit_entries holds the "at most one".
CREATE FUNCTION require_audit() RETURNS trigger LANGUAGE plpgsql
  SET app.role = 'system' SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM audit_entries
      WHERE object_type = TG_ARGV[0] AND object_id = NEW.id AND version_after = NEW.version) THEN
    RAISE EXCEPTION '% % has no audit entry for version %', TG_ARGV[0], NEW.id, NEW.version USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER audited AFTER INSERT OR UPDATE ON introductions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit('introduction');
CREATE CONSTRAINT TRIGGER audited AFTER UPDATE OF state ON opportunities
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION require_audit('opportunity');
--> statement-breakpoint
-- The board reads counts and never a row.
CREATE FUNCTION board_funnel(from_day date, to_day date)
  RETURNS TABLE (kind text, proposed bigint, introduced bigint, met bigint, offered bigint, accepted bigint, started bigint)
  LANGUAGE sql STABLE SET app.role = 'system' SET search_path = public, pg_temp
  AS $$ SELECT o.kind, count(*), count(i.first_released_at), count(i.second_released_at), count(i.offered_at),
      count(i.accepted_at), count(i.start_confirmed_at)
    FROM introductions i JOIN opportunities o ON o.id = i.opportunity_id
    WHERE (i.created_at AT TIME ZONE 'Europe/London')::date BETWEEN from_day AND to_day
    GROUP BY o.kind $$;
CREATE FUNCTION board_opportunities()
  RETURNS TABLE (kind text, year integer, opportunities bigint, employers bigint)
  LANGUAGE sql STABLE SET app.role = 'system' SET search_path = public, pg_temp
  AS $$ SELECT kind, extract(year FROM published_at AT TIME ZONE 'Europe/London')::int, count(*), count(DISTINCT employer_id)
    FROM opportunities WHERE published_at IS NOT NULL GROUP BY 1, 2 $$;
CREATE FUNCTION board_employers() RETURNS bigint
  LANGUAGE sql STABLE SET app.role = 'system' SET search_path = public, pg_temp
  AS $$ SELECT count(*) FROM employers WHERE approved_at IS NOT NULL $$;
--> statement-breakpoint
-- Nobody publishes what the office has not approved, nor for an employer it has not vetted.
CREATE FUNCTION guard_opportunity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'live' AND (TG_OP = 'INSERT' OR OLD.state <> 'live') THEN
    IF app_role() NOT IN ('coordinator', 'system', 'gate') AND (TG_OP = 'INSERT' OR OLD.state <> 'closed') THEN
      RAISE EXCEPTION 'only the office makes an opportunity live' USING ERRCODE = 'check_violation';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM employers WHERE id = NEW.employer_id AND approved_at IS NOT NULL AND suspended_at IS NULL) THEN
      RAISE EXCEPTION 'the employer is not approved' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.state, NEW.state) NOT IN (
      ('draft', 'draft'), ('draft', 'submitted'), ('submitted', 'submitted'), ('submitted', 'live'), ('submitted', 'returned'),
      ('returned', 'returned'), ('returned', 'submitted'), ('live', 'live'), ('live', 'closed'), ('closed', 'closed'), ('closed', 'live')) THEN
    RAISE EXCEPTION 'an opportunity cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON opportunities FOR EACH ROW EXECUTE FUNCTION guard_opportunity();
