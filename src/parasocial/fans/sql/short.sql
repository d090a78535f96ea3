-- Messages with fewer answers in the files than the platform counts.
SELECT m.place, m.log_no
FROM message AS m LEFT JOIN thread AS t ON t.place = m.place
WHERE m.replies IS NOT NULL AND m.replies > coalesce(t.answers, 0)
