-- What is known of the answers below a message: how many there are in the files, when the creator
-- last wrote there without calling anybody, and who the message itself is from.
SELECT b.*, o.role
FROM (
    SELECT m.under AS place, count(*) AS answers,
        max(m.us) FILTER (WHERE m.role = 'creator' AND l.by_place IS NOT NULL) AS creator_us
    FROM message AS m LEFT JOIN linked AS l ON l.by_place = m.place
    WHERE m.under IS NOT NULL GROUP BY m.under
) AS b
LEFT JOIN message AS o ON o.place = b.place
