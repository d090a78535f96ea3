-- Every message of a fan with its state; where that cannot be told, the first reason that holds.
-- To whom it speaks is told as in talk/whom.py, by its marks and by whose message it answers.
SELECT m.log_no, m.place, m.who, m.us, m.vague_us, m.words, m.marks,
    CASE WHEN m.marks IS NULL THEN NULL
        WHEN (m.marks & b.named) <> 0 AND (m.marks & b.addressed) <> 0 THEN 'creator'::whom
        WHEN (m.marks & b.at_other) <> 0 THEN 'fans'::whom
        WHEN t.role = 'creator' THEN 'creator'::whom
        WHEN t.role IS NOT NULL OR (m.marks & b.to_peer) <> 0 THEN 'fans'::whom
        WHEN (m.marks & b.addressed) <> 0 THEN 'creator'::whom
        WHEN (m.marks & b.second) <> 0 THEN 'cannot_tell'::whom ELSE 'nobody'::whom END AS whom,
    coalesce(a.linked, FALSE) AS by_link, coalesce(a.by_team, FALSE) AS by_team,
    a.us AS answer_us, k.place IS NOT NULL AS acknowledged,
    CASE WHEN a.by_creator THEN NULL
        WHEN s.spoken THEN 'spoken'::reason
        WHEN NOT s.links OR m.place IS NULL THEN 'no_links'::reason
        WHEN q.source_no IS NOT NULL THEN 'silent_creator'::reason
        WHEN NOT s.whole OR h.place IS NOT NULL OR p.place IS NOT NULL THEN 'incomplete'::reason
        WHEN u.last_us >= m.us OR u.next_us <= m.us + rule.unmarked_us THEN 'unmarked'::reason
        WHEN NOT s.exact AND t.creator_us >= m.us - m.vague_us THEN 'in_thread'::reason
        END AS reason,
    CASE WHEN a.by_creator THEN 'answered'::state WHEN reason IS NULL THEN 'seen'::state
        ELSE 'cannot_be_told'::state END AS state
FROM message AS m
CROSS JOIN rule CROSS JOIN bits AS b
JOIN shown AS s ON s.log_no = m.log_no
LEFT JOIN answer AS a ON a.place = m.place
LEFT JOIN acknowledged AS k ON k.place = m.place
LEFT JOIN silent AS q ON q.source_no = s.source_no
LEFT JOIN short AS h ON h.place = m.place
LEFT JOIN short AS p ON p.place = m.under AND NOT s.exact
LEFT JOIN thread AS t ON t.place = m.under
LEFT JOIN unmarked AS u ON u.room_no = m.room_no
    AND u.stretch = CAST(floor(m.us / rule.unmarked_us) AS BIGINT)
WHERE m.role = 'fan'
