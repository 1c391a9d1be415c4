"""A slixmpp client that notes what it hears and can wait for it, and what runs a story of several."""

import asyncio
import json
import sys

from slixmpp import ClientXMPP

STEP_SECONDS = 45


class Party(ClientXMPP):
    def __init__(self, user, settings):
        jid = f"{user}@{settings['domain']}/slixmpp"
        super().__init__(jid, f"secret of {user}", sasl_mech=settings["mechanism"])
        self.nick = user
        self.heard = []
        self.join = None
        self.news = asyncio.Event()
        self.register_plugin("xep_0045")
        self.register_plugin("xep_0199")
        if settings["mechanism"] == "PLAIN":
            self["feature_mechanisms"].unencrypted_plain = True
        self.add_event_handler("message", self.note)
        self.add_event_handler("groupchat_message", self.note)
        self.add_event_handler("groupchat_presence", self.note)
        self.add_event_handler("groupchat_subject", lambda what: self.tell("subject", str(what["from"]), what["subject"]))
        self.add_event_handler("session_start", lambda _: self.tell("session", "", ""))
        for failure in ("failed_auth", "connection_failed", "disconnected", "stream_error"):
            self.add_event_handler(failure, lambda what, name=failure: self.tell(name, "", str(what)))

    def note(self, stanza):
        if stanza.name == "message":
            if stanza["body"]:
                self.tell(stanza["type"], str(stanza["from"]), stanza["body"])
        else:
            # XEP-0045 §7.2.2: 110 marks the own presence; §8.2: 307 a kick.
            codes = stanza["muc"]["status_codes"]
            kind = "presence" if stanza["type"] != "unavailable" else "kick" if 307 in codes else "leave"
            self.tell(f"self-{kind}" if 110 in codes else kind, str(stanza["from"]), "")

    def tell(self, kind, source, text):
        item = [kind, source, text]
        # A groupchat message is told twice by slixmpp: as message and as groupchat_message.
        if item not in self.heard:
            self.heard.append(item)
        self.news.set()

    async def hears(self, kind, source, text=""):
        async def listen():
            while [kind, source, text] not in self.heard:
                self.news.clear()
                await self.news.wait()

        try:
            await asyncio.wait_for(listen(), STEP_SECONDS)
        except asyncio.TimeoutError:
            raise RuntimeError(f"{self.nick} did not hear {kind} {source} {text}") from None


async def enter(party, room):
    own = ["self-presence", f"{room}/{party.nick}", ""]
    # An earlier visit does not count.
    party.heard = [item for item in party.heard if item != own]
    # It resolves when the subject has come, which a room without one need not send.
    party.join = party["xep_0045"].join_muc(room, party.nick)
    await party.hears(*own)


async def log_in(settings, parties):
    for party, (host, port) in zip(parties, settings["nodes"]):
        party.connect((host, port), use_ssl=False, force_starttls=False, disable_starttls=True)
    for party in parties:
        await party.hears("session", "")
        party.send_presence()


async def tell_story(story):
    settings = json.loads(sys.argv[1])
    parties = [Party(user, settings) for user in settings["users"]]
    failure = None
    try:
        await story(settings, parties)
    except Exception as error:
        failure = f"{type(error).__name__}: {error}"
    mechanisms = [getattr(party["feature_mechanisms"].mech, "name", None) for party in parties]
    heard = {party.nick: party.heard for party in parties}
    print(json.dumps({"failure": failure, "mechanisms": mechanisms, "heard": heard}), flush=True)
    for party in parties:
        if party.join:
            party.join.cancel()
    await asyncio.gather(*(party.disconnect(wait=5) for party in parties))
    return 1 if failure else 0


def run(story):
    """Runs a story with the settings of the command line, among them `users`, `domain` and `mechanism` (or null).

    The last line that is written is JSON with what each has heard; exit code 1 when something did not come.
    """
    sys.exit(asyncio.get_event_loop().run_until_complete(tell_story(story)))
