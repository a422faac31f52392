CREATE TABLE "demo_ended" (
	"is_over" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "demo_ended_once" CHECK ("demo_ended"."is_over")
);
--> statement-breakpoint
CREATE TABLE "link_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "link_requests_purpose" CHECK ("link_requests"."purpose" in ('sign_in', 'reset'))
);
--> statement-breakpoint
CREATE TABLE "sent_forms" (
	"user_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"result_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sent_forms_user_id_key_pk" PRIMARY KEY("user_id","key")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "began_with" text DEFAULT 'link' NOT NULL;--> statement-breakpoint
ALTER TABLE "employer_registrations" ADD COLUMN "is_invented" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sent_forms" ADD CONSTRAINT "sent_forms_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Of a role granted more than once the first grant stays.
UPDATE role_grants AS later SET ended_at = now()
  WHERE ended_at IS NULL AND EXISTS (SELECT 1 FROM role_grants AS first
    WHERE first.user_id = later.user_id AND first.role = later.role
      AND first.employer_id IS NOT DISTINCT FROM later.employer_id
      AND first.ended_at IS NULL AND (first.created_at, first.id) < (later.created_at, later.id));--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_one_of_a_kind" ON "role_grants" USING btree ("user_id","role",coalesce(employer_id, '00000000-0000-0000-0000-000000000000')) WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_began_with" CHECK ("sessions"."began_with" in ('link', 'password', 'demo'));
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['link_requests', 'sent_forms', 'demo_ended'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY inside ON %I FOR ALL USING ((SELECT app_is_inside())) WITH CHECK ((SELECT app_is_inside()))', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- The demo ends with the first real person, whoever enters them, and stays ended.
CREATE FUNCTION end_demo() RETURNS trigger LANGUAGE plpgsql
  SET app.role = 'system' SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO demo_ended (is_over) SELECT true WHERE EXISTS (SELECT 1 FROM changed WHERE NOT is_invented)
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER end_demo AFTER INSERT ON users
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION end_demo();
CREATE TRIGGER end_demo AFTER INSERT ON candidates
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION end_demo();
INSERT INTO demo_ended (is_over) SELECT true
  WHERE EXISTS (SELECT 1 FROM users WHERE NOT is_invented) OR EXISTS (SELECT 1 FROM candidates WHERE NOT is_invented);
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON demo_ended FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON demo_ended FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Who is real stays real, and who is invented stays invented.
CREATE FUNCTION refuse_other_world() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN RAISE EXCEPTION 'whether one of % is invented never changes', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END $$;
CREATE TRIGGER same_world BEFORE UPDATE ON users FOR EACH ROW
  WHEN (NEW.is_invented <> OLD.is_invented) EXECUTE FUNCTION refuse_other_world();
CREATE TRIGGER same_world BEFORE UPDATE ON candidates FOR EACH ROW
  WHEN (NEW.is_invented <> OLD.is_invented) EXECUTE FUNCTION refuse_other_world();
--> statement-breakpoint
-- What waited for its link before the first real person came was typed in the demo.
UPDATE employer_registrations SET is_invented = true
  WHERE created_at < coalesce((SELECT min(created_at) FROM users WHERE NOT is_invented), 'infinity');
