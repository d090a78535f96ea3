-- Every message of a fan with its state; where that cannot be told, the first reason that holds.
-- To whom it speaks is told as in talk/whom.py, by its marks and by whose message it answers.
SELECT f.*, CASE WHEN f.answered THEN 'answered' WHEN f.reason IS NULL THEN 'seen'
    ELSE 'cannot_be_told' END AS state
FROM (
    SELECT m.source_no, m.file_no, m.platform, m.room, m.item_id, m.actor_id, m.us, m.vague_us,
        m.words, m.marks,
        CASE WHEN m.marks IS NULL THEN NULL
            WHEN (m.marks & b.named) <> 0 AND (m.marks & b.addressed) <> 0 THEN 'creator'
            WHEN (m.marks & b.at_other) <> 0 THEN 'fans'
            WHEN t.role = 'creator' THEN 'creator'
            WHEN t.role IS NOT NULL OR (m.marks & b.to_peer) <> 0 THEN 'fans'
            WHEN (m.marks & b.addressed) <> 0 THEN 'creator'
            WHEN (m.marks & b.second) <> 0 THEN 'cannot_tell' ELSE 'nobody' END AS whom,
        coalesce(a.by_creator, FALSE) AS answered, coalesce(a.linked, FALSE) AS by_link,
        coalesce(a.by_team, FALSE) AS by_team, a.us AS answer_us,
        k.item_id IS NOT NULL AS acknowledged,
        CASE WHEN coalesce(a.by_creator, FALSE) THEN NULL
            WHEN s.spoken THEN 'spoken'
            WHEN NOT s.links OR m.item_id IS NULL THEN 'no_links'
            WHEN q.source_no IS NOT NULL THEN 'silent_creator'
            WHEN NOT s.whole OR h.item_id IS NOT NULL OR p.item_id IS NOT NULL THEN 'incomplete'
            WHEN u.last_us >= m.us OR n.first_us <= m.us + rule.unmarked_us THEN 'unmarked'
            WHEN NOT s.exact AND t.creator_us >= m.us - m.vague_us THEN 'in_thread'
            END AS reason
    FROM message AS m
    CROSS JOIN rule CROSS JOIN bits AS b
    JOIN shown AS s ON s.source_no = m.source_no AND s.file_no = m.file_no AND s.room = m.room
    LEFT JOIN answer AS a ON a.platform = m.platform AND a.room = m.room AND a.item_id = m.item_id
    LEFT JOIN acknowledged AS k
        ON k.platform = m.platform AND k.room = m.room AND k.item_id = m.item_id
    LEFT JOIN silent AS q ON q.source_no = m.source_no
    LEFT JOIN short AS h ON h.platform = m.platform AND h.room = m.room AND h.item_id = m.item_id
    LEFT JOIN short AS p ON p.platform = m.platform AND p.room = m.room
        AND p.item_id = m.reply_to AND NOT s.exact
    LEFT JOIN thread AS t ON t.platform = m.platform AND t.room = m.room AND t.item_id = m.reply_to
    LEFT JOIN unmarked AS u ON u.platform = m.platform AND u.room = m.room
        AND u.stretch = CAST(floor(m.us / rule.unmarked_us) AS BIGINT)
    LEFT JOIN unmarked AS n ON n.platform = m.platform AND n.room = m.room
        AND n.stretch = CAST(floor(m.us / rule.unmarked_us) AS BIGINT) + 1
    WHERE m.role = 'fan'
) AS f
