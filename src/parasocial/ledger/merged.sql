-- The rows of all marked imports as one table of interactions: overlapping exports merged, each
-- account under one id, content joined to its author where another file names one.
CREATE OR REPLACE TEMP TABLE interaction AS
WITH marked AS (
    SELECT * FROM row WHERE source_no IN (SELECT source_no FROM source)
), repeated AS (
    SELECT key FROM marked GROUP BY key HAVING count(*) > 1
), twin AS (
    -- True twins within one declaration and file of one import are numbered; the same number from
    -- elsewhere is the same record again, and the most precise copy is kept; of equally precise
    -- ones, that of an import which shows the answers, too.
    SELECT *, row_number() OVER (
        PARTITION BY source_no, records_no, file_no, key ORDER BY us, target_id) AS twin_no
    FROM marked WHERE key IN (SELECT key FROM repeated)
), kept AS (
    SELECT * FROM marked WHERE key NOT IN (SELECT key FROM repeated)
    UNION ALL
    SELECT twin.* EXCLUDE (twin_no) FROM twin
    JOIN coverage AS c ON c.source_no = twin.source_no AND c.channel = twin.channel
    QUALIFY row_number() OVER (PARTITION BY key, twin_no ORDER BY
        coalesce(us_high - us_low, 0), target_id IS NULL, c.hidden, us % 1000000 = 0,
        twin.source_no, records_no, file_no) = 1
), wanted AS (
    SELECT DISTINCT platform, item_id FROM kept
    WHERE target_id IS NULL AND item_id IS NOT NULL AND channel <> 'post'
), made AS (
    SELECT platform, item_id, min(coalesce(i.now_id, author_id)) AS author_id FROM (
        SELECT k.platform, k.item_id, k.target_id AS author_id FROM kept AS k
        WHERE k.channel = 'view' AND k.target_id IS NOT NULL
            AND (k.platform, k.item_id) IN (SELECT (platform, item_id) FROM wanted)
        UNION ALL
        SELECT split_part(account_id, ':', 1), item_id, account_id FROM author
        WHERE source_no IN (SELECT source_no FROM source)
    ) LEFT JOIN identity AS i ON i.was_id = author_id
    GROUP BY platform, item_id HAVING count(DISTINCT coalesce(i.now_id, author_id)) = 1
)
SELECT k.key, k.source_no, k.platform, k.channel,
    coalesce(a.now_id, k.actor_id) AS actor_id,
    coalesce(t.now_id, k.target_id, m.author_id) AS target_id,
    k.us, k.ms, k.words, k.item_id, k.group_id, k.addressed, k.form
FROM kept AS k
LEFT JOIN made AS m ON k.target_id IS NULL AND k.channel <> 'post'
    AND m.platform = k.platform AND m.item_id = k.item_id
LEFT JOIN identity AS a ON a.was_id = k.actor_id
LEFT JOIN identity AS t ON t.was_id = coalesce(k.target_id, m.author_id)
