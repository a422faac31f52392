CREATE TABLE "mentor_ticks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"introduction_id" uuid NOT NULL,
	"task" text NOT NULL,
	"by_user_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "mentor_ticks_task" CHECK ("mentor_ticks"."task" in ('agree_day', 'tell_not_this_time', 'taken_back'))
);
--> statement-breakpoint
ALTER TABLE "mentor_ticks" ADD CONSTRAINT "mentor_ticks_introduction_id_introductions_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introductions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "mentor_ticks_once" ON "mentor_ticks" USING btree ("introduction_id","task");--> statement-breakpoint
ALTER TABLE mentor_ticks ENABLE ROW LEVEL SECURITY;
ALTER TABLE mentor_ticks FORCE ROW LEVEL SECURITY;
CREATE POLICY inside ON mentor_ticks FOR ALL USING ((SELECT app_is_inside())) WITH CHECK ((SELECT app_is_inside()));
-- The introduction itself is seen by the mentors of the person alone.
CREATE POLICY caseload ON mentor_ticks FOR SELECT
  USING ((SELECT app_role()) = 'mentor' AND EXISTS (SELECT 1 FROM introductions i WHERE i.id = introduction_id));
CREATE POLICY caseload_tick ON mentor_ticks FOR INSERT
  WITH CHECK ((SELECT app_role()) = 'mentor' AND by_user_id = (SELECT app_user())
    AND EXISTS (SELECT 1 FROM introductions i WHERE i.id = introduction_id));
CREATE POLICY office ON mentor_ticks FOR SELECT USING ((SELECT app_role()) = 'coordinator');
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON mentor_ticks FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON mentor_ticks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What ended before there was anything to tick off was told in other ways.
INSERT INTO mentor_ticks (id, introduction_id, task, by_user_id, at)
  SELECT gen_random_uuid(), e.introduction_id,
    CASE e.event WHEN 'withdraw' THEN 'taken_back' ELSE 'tell_not_this_time' END, e.by_user_id, e.at
  FROM introduction_events e WHERE e.event IN ('withdraw', 'not_this_time') AND e.by_user_id IS NOT NULL;
