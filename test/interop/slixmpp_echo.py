"""Two slixmpp clients, one on each node, talk to a component.

Usage: slixmpp_echo.py with settings as for slixmpp_pair.py, and `service`, the component's domain, and `served`, the
users whose node has a connection of the component. See `run` for the outcome.
"""

from slixmpp_party import log_in, run


async def story(settings, parties):
    await log_in(settings, parties)
    bot = f"bot@{settings['service']}"
    for number, party in enumerate(parties):
        if party.nick not in settings["served"]:
            continue
        party.send_message(mto=bot, mbody=f"hello from {party.nick}", mtype="chat")
        await party.hears("chat", bot, f"hello from {party.nick}, through {number}")
        other = parties[1 - number]
        party.send_message(mto=bot, mbody=f"tell {other.boundjid.full}", mtype="chat")
        await other.hears("chat", bot, f"{party.boundjid.bare} greets through {number}")
        await party["xep_0199"].send_ping(settings["service"], timeout=20)
        info = await party["xep_0030"].get_info(jid=settings["service"], timeout=20)
        party.tell("feature", settings["service"], "ping" if "urn:xmpp:ping" in info["disco_info"]["features"] else "")


run(story)
