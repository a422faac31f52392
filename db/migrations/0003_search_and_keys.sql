CREATE TABLE "search_documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"words" "tsvector" NOT NULL,
	"sector" text NOT NULL,
	"kind" text NOT NULL,
	"hours" text[] NOT NULL,
	"remote" boolean NOT NULL,
	"contract" text,
	"audience" text NOT NULL,
	"outcodes" text[] NOT NULL,
	"published_at" bigint NOT NULL,
	"closes_at" bigint NOT NULL,
	"indexed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL,
	"stumps" text[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "introductions" DROP CONSTRAINT "introductions_first_release_needs_two_keys";--> statement-breakpoint
CREATE INDEX "search_documents_words" ON "search_documents" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_documents_outcodes" ON "search_documents" USING gin ("outcodes");--> statement-breakpoint
CREATE INDEX "search_documents_newest" ON "search_documents" USING btree ("published_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "search_documents_closing" ON "search_documents" USING btree ("closes_at","id");--> statement-breakpoint
CREATE INDEX "search_words_stumps" ON "search_words" USING gin ("stumps");--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_first_release_needs_two_keys" CHECK ("introductions"."first_released_at" is null or coalesce(
        "introductions"."consent_given_at" is not null and "introductions"."approval_given_at" is not null
        and "introductions"."consent_expires_at" is not null and "introductions"."approval_expires_at" is not null
        and "introductions"."consent_text_id" = "introductions"."approval_text_id"
        and greatest("introductions"."consent_given_at", "introductions"."approval_given_at") < least("introductions"."consent_expires_at", "introductions"."approval_expires_at")
        and "introductions"."consent_by" <> "introductions"."approval_by"
        and (not "introductions"."needs_officer" or ("introductions"."officer_recorded_at" is not null and "introductions"."officer_name" is not null and "introductions"."officer_approved_on" is not null))
        and (not "introductions"."needs_second" or ("introductions"."second_approved_at" is not null and "introductions"."second_approved_by" <> "introductions"."approval_by")), false));