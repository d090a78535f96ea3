-- How many sides of ties are of which class, and on what basis.
SELECT tie_class, count(*) AS n FROM told GROUP BY tie_class
