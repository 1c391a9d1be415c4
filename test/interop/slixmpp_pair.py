"""Two slixmpp clients, one on each node, chat and meet in a room.

Usage: slixmpp_pair.py '{"nodes": [["127.0.1.3", 5222], ...], "domain": ..., "room": ..., "users": [..., ...],
"mechanism": "PLAIN" or null}'. See `run` for the outcome.
"""

from slixmpp_party import enter, log_in, run


async def story(settings, parties):
    await log_in(settings, parties)
    one, two = parties
    room = settings["room"]
    one.send_message(mto=two.boundjid, mbody="to the full JID", mtype="chat")
    await two.hears("chat", one.boundjid.full, "to the full JID")
    two.send_message(mto=one.boundjid.bare, mbody="to the bare JID", mtype="chat")
    await one.hears("chat", two.boundjid.full, "to the bare JID")
    await enter(one, room)
    form = one["xep_0004"].make_form(ftype="submit")
    await one["xep_0045"].set_room_config(room, form)
    await enter(two, room)
    for party in parties:
        party.send_message(mto=room, mbody=f"hello from {party.nick}", mtype="groupchat")
    for party in parties:
        for speaker in parties:
            await party.hears("groupchat", f"{room}/{speaker.nick}", f"hello from {speaker.nick}")


run(story)
