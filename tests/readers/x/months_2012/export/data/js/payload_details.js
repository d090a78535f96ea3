var payload_details =  {
 "tweets": 3,
 "created_at": "Sun Nov 04 08:00:00 +0000 2012",
 "lang": "en"
}