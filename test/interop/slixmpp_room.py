"""Two slixmpp clients on one server meet in a room: all that an owner and a guest usually do there.

Usage: slixmpp_room.py '{"nodes": [["127.0.0.1", 5222], ["127.0.0.1", 5222]], "domain": ..., "service": ...,
"room": ..., "users": [..., ...], "mechanism": null}'. See `run` for the outcome.
"""

from slixmpp_party import enter, log_in, run


async def story(settings, parties):
    await log_in(settings, parties)
    owner, guest = parties
    room = settings["room"]
    info = await owner["xep_0030"].get_info(jid=settings["service"])
    owner.tell("feature", settings["service"], "muc" if "http://jabber.org/protocol/muc" in info["disco_info"]["features"] else "")
    await enter(owner, room)
    form = await owner["xep_0045"].get_room_config(room)
    answer = owner["xep_0004"].make_form(ftype="submit")
    answer.add_field(var="muc#roomconfig_roomname", ftype="text-single", value="A real room")
    await owner["xep_0045"].set_room_config(room, answer)
    owner.tell("field", room, "muc#roomconfig_roomname" if "muc#roomconfig_roomname" in form.get_fields() else "")
    await enter(guest, room)
    await owner.hears("presence", f"{room}/{guest.nick}")
    await guest.hears("presence", f"{room}/{owner.nick}")
    for party in parties:
        party.send_message(mto=room, mbody=f"hello from {party.nick}", mtype="groupchat")
    for party in parties:
        for speaker in parties:
            await party.hears("groupchat", f"{room}/{speaker.nick}", f"hello from {speaker.nick}")
    owner["xep_0045"].set_subject(room, "Real servers")
    await guest.hears("subject", f"{room}/{owner.nick}", "Real servers")
    guest.send_message(mto=f"{room}/{owner.nick}", mbody="between us", mtype="chat")
    await owner.hears("chat", f"{room}/{guest.nick}", "between us")
    guest["xep_0045"].leave_muc(room, guest.nick)
    await owner.hears("leave", f"{room}/{guest.nick}")
    await enter(guest, room)
    await owner["xep_0045"].set_role(room, guest.nick, "none")
    await guest.hears("self-kick", f"{room}/{guest.nick}")
    await owner.hears("kick", f"{room}/{guest.nick}")


run(story)
