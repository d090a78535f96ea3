"""What a Spotify export holds and we leave, folded."""

_FILES = """
    userdata userattributes useraddress identity identifiers inferences marquee payments
    payment duonewfamily familyplan carthing userprompts userfestivalsdataforsar agentgateway
    yoursoundcapsule podcastinteractivityvotedpolloption podcastinteractivityreactions
    read_me_first readmefirst readmefirst_extendedstreaminghistory
    readmefirst_technicalloginformation technical_log_information
"""
"""Ego's account, what was inferred from it, sums over plays, answers to polls.

Of the reactions below podcasts no layout is publicly known. Playlists hold what others put
there, too, and do not say what."""

_PLAYLISTS = ("playlist", *(f"playlist{n}" for n in range(1, 100)))
_WRAPPED = tuple(f"wrapped{year}" for year in range(2016, 2036))

IGNORED = frozenset((*_FILES.split(), *_PLAYLISTS, *_WRAPPED, "spotify technical log information"))
