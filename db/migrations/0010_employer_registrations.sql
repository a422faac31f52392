CREATE TABLE "employer_registrations" (
	"hash" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"person_name" text NOT NULL,
	"organisation" text NOT NULL,
	"description" text NOT NULL,
	"outcode" text NOT NULL,
	"work_phone" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
-- Nobody reads what waits for its link but the system, which takes it out when the link is used.
ALTER TABLE employer_registrations ENABLE ROW LEVEL SECURITY;
ALTER TABLE employer_registrations FORCE ROW LEVEL SECURITY;
CREATE POLICY inside ON employer_registrations FOR ALL USING ((SELECT app_is_inside())) WITH CHECK ((SELECT app_is_inside()));
