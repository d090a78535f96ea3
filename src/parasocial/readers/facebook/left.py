"""What a Facebook export holds and we leave: no ties, or other people's address books."""

_FOLDERS = """
    media photos photos_and_videos videos audio gifts gifs stickers stickers_used files album
    ads_information ads_and_businesses apps_and_websites_off_of_facebook
    apps_and_websites security_and_login_information preferences location
    facebook_gaming facebook_marketplace facebook_payments facebook_support facebook_portal
    facebook_assistant facebook_accounts_center fundraisers navigation_bar voting your_places
    places polls shops dating live_audio_rooms volunteering saved_items bug_bounty supervision
    other_logged_information activity_messages_settings in-app_messages your_topics facebook_news
    information_about_you device_information avatars avatars_store autofill_information
    policy_updates_and_permissions privacy_checkup music_recommendations journalist_registration
    messenger reviews spark_ar short_videos facebook_editor notifications soundbites
    bulletin meta_spark followers_and_following recent_searches
"""
"""Folders; the last are Instagram's, which one download can hold as well."""

_ACCOUNT = """
    profile_information profile_update_history personal_information instagram_profile_information
    professional_information note_interactions predicted_languages timezone your_devices
    contacts_sync_settings contacts_uploaded_before_2021 contacts_uploaded_from_your_phone
    your_address_books your_imported_contacts synced_contacts_from_instagram
    the_ways_we_can_send_you_notifications emails_we_sent_you your_avatar avatar_data
    meta_avatars_post_backgrounds your_media_permissions autofill_information start_here index
    no-data registration_information notifications_about_new_users_joining_facebook
    rising_fan_badges_you've_received age_group_detected
"""
"""Files about ego's account: read before the first record, or not needed."""

_SERVED = """
    ads people_you_may_know suggested_friends people_we_think_you_should_follow
    groups_and_pages_that_you_may_find_engaging story_views_in_past_7_days items_viewed
    your_recently_viewed_products recently_viewed_products events_interactions
    milestone_notifications your_educational_notification_interactions notifications
    event_invitations your_events events_you've_hidden your_event_invitation_links
    your_event_responses event_responses interactive_videos web_pages_you've_visited
    marketplace_items marketplace_interactions
"""
"""What the platform put there, and events, which are nobody's content."""

_LISTS = """
    removed_friends your_post_audiences people_who_followed_you close_friends unfollowed_profiles
    pages_and_profiles_you've_unfollowed pages_unfollowed pages_and_profiles_you've_recommended
    pages_you_are_a_customer_of your_pages admin_activity your_recently_followed_history
    invites_to_follow group_invites_you've_received group_invites_you've_sent join_requests
    your_groups your_group_shortcuts your_group_post_tags your_badges your_contributions
    your_pending_posts_in_groups your_answers_to_membership_questions your_document_revision
    your_participation_requests your_anonymous_mode_status_in_groups your_settings_for_groups_tab
    community_chat_settings community_chats_settings chat_invites_received
    your_actions_on_violating_content_in_your_groups profiles_you_visited_in_the_past_7_days
    your_comment_active_days your_comment_edits audio_comment_tooltip_views edits_you_made_to_posts
    posts_on_other_pages_and_profiles your_uncategorized_photos your_videos birthday_media trash
    content_sharing_links_you_have_created facebook_editor media_used_for_memories shared_memories
    places_you_have_been_tagged_in your_received_shared_album_invites archive
    posts_from_apps_and_websites photos_and_videos_you're_tagged_in collections
    story_highlights your_story_highlights
"""
"""Lists that say nothing that the friends, the pages and the comments do not say, or not whom."""

_CHATS = """
    ai_conversations support_messages secret_conversations messaging_settings
    messenger_active_status_platform_settings messenger_active_status_settings
    messenger_contacts_you've_blocked messenger_ui_settings your_chat_settings_on_web
    your_cross-app_messaging_settings your_end-to-end_encryption_enabled_messenger_device
    your_messenger_app_install_information information_about_your_devices
    your_responsiveness_in_messaging_threads encrypted_messages_settings
"""
"""Settings of Messenger, devices, and conversations with a machine or the help desk."""

_ACTIVITY = """
    activity_summary_about_a_page_or_profile facebook_new_user_guide last_sent_notification_info
    link_history reshare_education surveys time_spent_on_facebook top_fan_badges_you've_received
    top_fan_information weather_forecast_settings weekly_engagement_list_activity
    your_autofill_settings your_content_visibility_notification_history your_crowdsourcing_edits
    your_information_download_requests your_mentions_settings your_recently_used_emojis
    your_video_consumption_summary your_facebook_watch_activity_in_the_last_28_days
    facebook_reels_usage_information
"""
"""Settings, and totals that name nobody."""

IGNORED = frozenset(f"{_FOLDERS}{_ACCOUNT}{_SERVED}{_LISTS}{_CHATS}{_ACTIVITY}".split())
