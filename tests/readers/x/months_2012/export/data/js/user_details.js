var user_details =  {
 "expanded_url": "https://example.org",
 "screen_name": "pim_wira",
 "full_name": "Pim",
 "bio": "",
 "id": "2100000001",
 "created_at": "2009-03-01 08:00:00 +0000",
 "display_url": "example.org"
}