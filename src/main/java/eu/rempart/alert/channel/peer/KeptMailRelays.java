package eu.rempart.alert.channel.peer;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.wire.Endpoint;
import eu.rempart.alert.channel.wire.Protection;
import eu.rempart.alert.channel.wire.Wire;
import eu.rempart.mail.relay.MailRelay;
import eu.rempart.mail.relay.MailRelays;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

/** The mail server among the peers of the alert's channels. */
final class KeptMailRelays implements MailRelays {

  private final Peers peers;
  private final Wire wire;

  KeptMailRelays(Peers peers, Wire wire) {
    this.peers = peers;
    this.wire = wire;
  }

  @Override
  public Optional<MailRelay> find() {
    return peers.find(ChannelKind.EMAIL, Peer.Mail.class).map(Peer.Mail::relay);
  }

  @Override
  public Socket open(MailRelay relay) throws IOException {
    Protection protection =
        switch (relay.tls()) {
          case TLS -> Protection.TLS;
          // the mail library encrypts it before anything is said
          case STARTTLS -> Protection.NONE;
          case NONE -> Protection.NONE_ON_THIS_MACHINE;
        };
    return wire.open(new Endpoint(relay.place(), relay.port(), protection));
  }
}
