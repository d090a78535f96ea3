-- Lines of the creator's in rooms that say to nobody whom they answer, by stretches of time: they
-- may answer whatever stands shortly before.
SELECT m.room_no, CAST(floor(m.us / rule.unmarked_us) AS BIGINT) AS stretch,
    min(m.us) AS first_us, max(m.us) AS last_us
FROM message AS m CROSS JOIN rule
LEFT JOIN speech AS s ON s.place = m.place
WHERE m.role = 'creator' AND m.in_room AND m.under IS NULL AND s.place IS NULL
    AND m.us IS NOT NULL
GROUP BY m.room_no, CAST(floor(m.us / rule.unmarked_us) AS BIGINT)
