CREATE TABLE "search_outbox" (
	"opportunity_id" uuid PRIMARY KEY NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
