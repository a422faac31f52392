-- The index holds what search/documents.ts allows and no more; the rows themselves are asked for
-- under the reader's own rights. Only the system writes it.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['search_documents', 'search_words'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY inside ON %I FOR ALL USING ((SELECT app_is_inside())) WITH CHECK ((SELECT app_is_inside()))', t);
    EXECUTE format('CREATE POLICY everyone ON %I FOR SELECT USING (true)', t);
  END LOOP;
END $$;
