package eu.rempart.alert.channel.send;

import eu.rempart.alert.channel.Channel;
import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Message;
import eu.rempart.alert.channel.Receipt;
import eu.rempart.alert.channel.peer.Peer;
import eu.rempart.alert.channel.peer.Peers;
import eu.rempart.alert.channel.wire.Attempt;
import eu.rempart.alert.channel.wire.Wire;
import java.io.IOException;
import java.net.Socket;
import java.text.Normalizer;
import java.time.Duration;
import java.util.regex.Pattern;

/** A pager, by SNPP (RFC 1861), with the commands of its first level, which every terminal has. */
final class PagerChannel implements Channel {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What a display of eight lines shows. */
  private static final int LONGEST = 240;

  private static final Pattern PAGER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.@_+-]{0,63}");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_ASCII = Pattern.compile("[^\\x20-\\x7e]");

  private final Peers peers;
  private final Wire wire;
  private final Duration patience;

  PagerChannel(Peers peers, Wire wire) {
    this(peers, wire, PATIENCE);
  }

  PagerChannel(Peers peers, Wire wire, Duration patience) {
    this.peers = peers;
    this.wire = wire;
    this.patience = patience;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.PAGER;
  }

  @Override
  public boolean configured() {
    return peers.find(kind(), Peer.Paging.class).isPresent();
  }

  @Override
  public boolean idempotent() {
    return false;
  }

  @Override
  public void check(String address) {
    if (!PAGER.matcher(address).matches()) {
      throw new IllegalArgumentException("alert-channel.address.pager.wrong");
    }
  }

  @Override
  public void connect() throws ChannelException {
    Peer.Paging peer = peers.find(kind(), Peer.Paging.class).orElseThrow(Failures::notConfigured);
    Attempt.within(
        patience,
        _ -> {
          try (Socket socket = wire.open(peer.endpoint())) {
            SnppDialogue snpp = new SnppDialogue(socket);
            demand(snpp.greeting(), 220);
            snpp.quit();
            return true;
          }
        });
  }

  @Override
  public Receipt send(String address, Message message) throws ChannelException {
    check(address);
    Peer.Paging peer = peers.find(kind(), Peer.Paging.class).orElseThrow(Failures::notConfigured);
    String words = words(message);
    Attempt.within(
        patience,
        attempt -> {
          try (Socket socket = wire.open(peer.endpoint())) {
            page(new SnppDialogue(socket), peer, address, words, attempt);
            return true;
          }
        });
    return Receipt.TAKEN;
  }

  private static void page(
      SnppDialogue snpp, Peer.Paging peer, String pager, String words, Attempt attempt)
      throws IOException, ChannelException {
    demand(snpp.greeting(), 220);
    if (!peer.login().isEmpty()) {
      demand(snpp.say("LOGI " + (peer.login() + " " + peer.password()).strip()), 250);
    }
    demand(snpp.say("PAGE " + pager), 250);
    demand(snpp.say("MESS " + words), 250);
    attempt.handOver();
    SnppDialogue.Reply sent = snpp.say("SEND");
    if (sent.code() / 100 == 2 || sent.code() / 100 == 8 || sent.code() / 100 == 9) {
      snpp.quit();
      return;
    }
    throw sent.garbage()
        ? new ChannelException(Reason.GARBAGE, false, null, null)
        : refused(sent.code());
  }

  private static void demand(SnppDialogue.Reply reply, int expected) throws ChannelException {
    if (reply.garbage()) {
      // it has nothing to page with yet: another try does no harm
      throw new ChannelException(Reason.GARBAGE, true, null, null);
    }
    if (reply.code() / 10 != expected / 10) {
      throw refused(reply.code());
    }
  }

  /** 421: it stops its service; 554: it failed, and may not the next time. */
  private static ChannelException refused(int code) {
    return new ChannelException(
        Reason.REFUSED, code / 100 == 4 || code == 554 || code / 100 == 7, code, null);
  }

  /** One line of the letters that pagers have. */
  static String words(Message message) {
    String all = message.title() + (message.text().isBlank() ? "" : " - " + message.text());
    String line = all.replaceAll("\\s+", " ").strip();
    String plain = MARKS.matcher(Normalizer.normalize(line, Normalizer.Form.NFKD)).replaceAll("");
    return ShortText.cut(NOT_ASCII.matcher(plain).replaceAll("?"), LONGEST);
  }
}
