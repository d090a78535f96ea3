"""What exports leave out and what to know of them, as the readers say it in English."""

from parasocial.i18n import marked

LINES = (
    marked(
        "Nothing that others gave you is in it: no replies, no likes, no mentions, no followers."
    ),
    marked("It does not show what you read without liking, reposting or answering."),
    marked("Direct messages are kept elsewhere and are not in this file."),
    marked("What you deleted or took back, posts, likes and follows, is gone."),
    marked("Accounts appear by their identifiers; the file has names where you mentioned someone."),
    marked("Conversations that were deleted, and temporary chats, are gone."),
    marked("Of edited questions and repeated answers, the last version counts."),
    marked("It does not say how long you read or spoke; hours are estimated."),
    marked("It holds your own messages and nobody's answers, so who answers cannot be told."),
    marked("Calls, voice channels, reactions and replies are not in it."),
    marked("Friends are those of the day it was made; it does not say since when."),
    marked("Messages that you deleted are gone."),
    marked("Conversations that were not exported are missing."),
    marked("Voice channels are not in it, and older files count reactions without names."),
    marked("Messages that were deleted before the export are gone."),
    marked("Programs and webhooks are left out."),
    marked("Likes and comments that you received, and who follows you, are not in the export."),
    marked("Encrypted Messenger chats are a separate download; without it they are missing."),
    marked("Facebook tells people by name: two of one name may be taken for one."),
    marked("Whose post you liked stands in a sentence; where it is not certain, nobody is named."),
    marked("Views and visits go back about 90 days, and do not say how long you looked."),
    marked("Likes and comments that you received are not in the export."),
    marked("Views go back about two weeks; likes and messages go back for years."),
    marked("It does not say how long you looked at anything; hours are estimated."),
    marked("Chats that either of you deleted, and messages that were unsent, are gone."),
    marked("Who has stopped following you is not in the export."),
    marked("What others gave you is not in it: no answers, favourites, mentions, direct posts."),
    marked("Who follows you is not in it."),
    marked("It does not show what you read without answering, boosting or marking it."),
    marked("Favourites, bookmarks and follows have no date."),
    marked("Of some servers, the address of a post does not say who wrote it."),
    marked("The list of follows is a file apart."),
    marked("Answers to your comments and posts are not in the export."),
    marked("It does not say who wrote what you answered, voted for or saved."),
    marked("Votes, saved posts and the people you follow have no dates."),
    marked("What you read without voting or writing is not in it."),
    marked("Messages and calls in other apps are not in it."),
    marked("What was deleted on the phone before the backup is gone."),
    marked("Phones keep a few hundred to a few thousand calls, so older ones may be missing."),
    marked("People are known by their numbers: who has two is two, unless you say otherwise."),
    marked("Some phones leave chat messages (RCS) out of the backup."),
    marked("What nobody saved has deleted itself: chats hold the saved and the recent part."),
    marked("Of most messages the export says when and from whom, seldom what they said."),
    marked("Calls are listed without the other person, so they are left out."),
    marked("Who watched your stories is not in the export, nor how long you watched."),
    marked("It names artists and shows, not the people who host a show or play in a band."),
    marked("The account data goes back one year; the extended history goes back to the beginning."),
    marked("Follows and what is saved have no dates."),
    marked("What was played elsewhere, or with another person's account, is not in it."),
    marked("Older account data puts some shows among the artists."),
    marked("Secret chats, and chats that were left out of the export, are missing."),
    marked("It does not say which posts of a channel you read, or when you joined."),
    marked("Messages that either of you deleted for both are gone."),
    marked("Groups may have been exported with your own messages alone."),
    marked("Of reactions it keeps the last few, and in groups not always by whom."),
    marked("TikTok leaves out who made the videos you watched, liked, saved and shared."),
    marked("They count as time that belongs to nobody, unless you add a list of authors."),
    marked("It does not say how long you watched a video; hours are estimated."),
    marked("Watch history goes back about half a year; messages and comments go back further."),
    marked("Likes, comments and views that you received are not in the export."),
    marked("Gifts can be read from the JSON export, not from the text one."),
    marked("Nothing that others wrote is in it: no answers in chat, no whispers to you."),
    marked("What was said to you aloud in a stream is in no file."),
    marked("Minutes are counted by day, in each window that was open; the hour is not told."),
    marked("It does not name who gave you a subscription."),
    marked("People whose chats you did not export are missing."),
    marked("An export reaches back at most about 40,000 messages, or 10,000 with media."),
    marked("Reactions, read marks and voice are not in the text, and calls in part."),
    marked("People are known by the names in your phone: two of one name are taken for one."),
    marked("Times are your phone's clock. Say your time zone to have them right to the hour."),
    marked("What you read or watched is not in the archive, and neither are bookmarks."),
    marked("Likes have no date and mostly no author, and follows have no date."),
    marked("Answers, mentions and likes that you received are other people's data and left out."),
    marked("Encrypted chats may be missing."),
    marked("Accounts are numbers; handles are known for those that your own posts name."),
    marked("Nothing that others gave you is in it: no replies, no hearts, no subscribers."),
    marked("Videos that were removed or made private have lost their channel."),
    marked("Subscriptions have no dates."),
    marked("History that you deleted, or that deletes itself after a time, is missing."),
    marked("Posts that were deleted, and accounts that block or are blocked, are not in it."),
    marked("Likes are counted there, without names."),
    marked("Answers that your server never got, and posts for followers alone, are not in it."),
    marked("The post that a thread was asked for stands beside it, and is not in it."),
    marked("Comments that were deleted or removed have no author, and some no words."),
    marked("Votes are counted there, without names."),
    marked(
        "What is answered aloud in a stream is in no file, and recordings' chats mark no answers."
    ),
    marked(
        "Whoever watches without writing is not in it, and lines that were taken down are gone."
    ),
    marked("A recording may hold a part of a stream, and a file a part of a recording's chat."),
    marked("What is answered aloud in a stream is in no file."),
    marked("Comments that were taken down, and whoever watches without writing, are not in it."),
    marked("yt-dlp and youtube-comment-downloader know times as YouTube words them: 2 years ago."),
    marked("The Data API does not say which comments have a heart or are pinned."),
    marked(
        "Of what yt-dlp saves, comments on YouTube are read, and those on other sites are left."
    ),
    marked(
        "Nothing found does not mean safe: what is meant but not said, what a picture or a "
        "voice shows, and what others wrote about you is not seen here."
    ),
    marked(
        "The rules know six languages and their usual phrases. Slang, other languages and new "
        "ways of writing things pass them by; and some of what they find is a quotation or a "
        "joke."
    ),
    marked(
        "Profiles and biographies are not among what is read from exports, so they were not "
        "looked at."
    ),
)

WARNINGS = (
    marked(
        "Some files that this archive lists are not here. If it came in several zips, hand over"
        " all of them together."
    ),
    marked(
        "Pages tell times on the account's own clock without saying which; hours of the day may"
        " be off. Give your time zone with --zone; an export in JSON is exact."
    ),
    marked(
        "The lists of friends and pages may cover a range of dates. Asking Facebook for all "
        "time gives all of them."
    ),
    marked(
        "This export has times by its computer's clock alone. Say your zone with --zone to have"
        " them right to the hour, or export again with a present version of Telegram Desktop."
    ),
    marked("In some chats day and month cannot be told apart, so their dates may be off."),
    marked(
        "There is no watch history in this Takeout: choose history among the YouTube data, or "
        "look whether it is switched off or deleted by itself."
    ),
    marked(
        "Pages show times to the minute, read here as UTC-8, which is what two public archives "
        "show; hours of the day may be off. An export in JSON is exact."
    ),
    marked(
        "The follow lists may cover a range of dates, so a missing follower proves nothing. "
        "Asking Instagram for all time gives all of them."
    ),
    marked(
        "Who was named with --me writes nothing in these files. If that is a surprise, spell "
        "the user name as it stands in them."
    ),
    marked("Some of these files cover a range of dates: what lies outside is not in them."),
    marked(
        "The language of this watch history is new to us: videos that were only liked or shared"
        " may be counted as watched."
    ),
)
