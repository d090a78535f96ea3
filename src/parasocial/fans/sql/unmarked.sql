-- Lines of the creator's in rooms that say to nobody whom they answer, by stretches of time: they
-- may answer whatever stands shortly before, in the same stretch or at the end of the one before.
SELECT m.room_no, CAST(floor(m.us / rule.unmarked_us) AS BIGINT) - b.before AS stretch,
    max(m.us) FILTER (WHERE b.before = 0) AS last_us,
    min(m.us) FILTER (WHERE b.before = 1) AS next_us
FROM message AS m CROSS JOIN rule CROSS JOIN (VALUES (0), (1)) AS b(before)
LEFT JOIN speech AS s ON s.place = m.place
WHERE m.role = 'creator' AND m.in_room AND m.under IS NULL AND s.place IS NULL
    AND m.us IS NOT NULL
GROUP BY m.room_no, CAST(floor(m.us / rule.unmarked_us) AS BIGINT) - b.before
