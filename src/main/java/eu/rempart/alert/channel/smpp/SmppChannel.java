package eu.rempart.alert.channel.smpp;

import eu.rempart.alert.channel.Channel;
import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Message;
import eu.rempart.alert.channel.Receipt;
import eu.rempart.alert.channel.peer.Peer;
import eu.rempart.alert.channel.send.PhoneAddress;
import eu.rempart.alert.channel.send.ShortText;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;

/** Text messages by SMPP 3.4. */
final class SmppChannel implements Channel {

  /** All of a message: what is left of 30 seconds when a connection was made before it. */
  private static final Duration ALL_PARTS = Duration.ofSeconds(10);

  /** What fits into {@code short_message}. */
  private static final int SHORT = 254;

  /** It may take it later. */
  private static final Set<Integer> LATER =
      Set.of(
          SMPPConstant.STAT_ESME_RTHROTTLED,
          SMPPConstant.STAT_ESME_RMSGQFUL,
          SMPPConstant.STAT_ESME_RSYSERR,
          SMPPConstant.STAT_ESME_RX_T_APPN);

  private final SmppLink link;
  private final Duration answer;

  /**
   * @param answer how long one answer may take
   */
  SmppChannel(SmppLink link, Duration answer) {
    this.link = link;
    this.answer = answer;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.SMS;
  }

  @Override
  public boolean configured() {
    return link.configured();
  }

  /** It is bound all the time: a peer that is gone was noticed, and this binds anew. */
  @Override
  public void connect() throws ChannelException {
    link.bound();
  }

  /** Telephones answer a number, or what the provider puts there; to a name nobody can. */
  @Override
  public boolean takesAnswers() {
    return link.peer().map(Peer.Smsc::sender).filter(SmppChannel::isNumber).isPresent();
  }

  private static boolean isNumber(String sender) {
    return sender.matches("\\+?[0-9]*");
  }

  /** An SMSC sends what it is told. */
  @Override
  public boolean idempotent() {
    return false;
  }

  @Override
  public void check(String address) {
    PhoneAddress.check(address);
  }

  @Override
  public Receipt send(String address, Message message) throws ChannelException {
    check(address);
    SmppLink.Bound bound = link.bound();
    Peer.Smsc peer = bound.peer();
    List<SmsPart> parts =
        SmsPart.of(
            ShortText.of(message, peer.unicodeOnly()),
            message.id(),
            peer.unicodeOnly(),
            peer.payload());
    long latest = System.nanoTime() + ALL_PARTS.minus(answer).toNanos();
    List<String> references = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0 && System.nanoTime() > latest) {
        throw new ChannelException(Reason.IN_DOUBT, false, null, null);
      }
      try {
        references.add(submit(bound, address.substring(1), parts.get(i)));
      } catch (ChannelException e) {
        throw i == 0 ? e : halfSent(e);
      }
    }
    return Receipt.of(references);
  }

  /** The telephone may ring with what was taken: whatever the rest met, none of it goes again. */
  private static ChannelException halfSent(ChannelException rest) {
    return new ChannelException(Reason.IN_DOUBT, false, rest.number(), rest);
  }

  private String submit(SmppLink.Bound bound, String digits, SmsPart part) throws ChannelException {
    String sender = bound.peer().sender();
    boolean payload = part.content().length > SHORT;
    try {
      return bound
          .session()
          .submitShortMessage(
              "",
              typeOf(sender),
              planOf(sender),
              sender.startsWith("+") ? sender.substring(1) : sender,
              TypeOfNumber.INTERNATIONAL,
              NumberingPlanIndicator.ISDN,
              digits,
              new ESMClass(
                  MessageMode.DEFAULT,
                  MessageType.DEFAULT,
                  part.headed() ? GSMSpecificFeature.UDHI : GSMSpecificFeature.DEFAULT),
              (byte) 0,
              (byte) 1,
              null,
              null,
              new RegisteredDelivery(SMSCDeliveryReceipt.FAILURE),
              (byte) 0,
              new RawDataCoding(part.coding()),
              (byte) 0,
              payload ? new byte[0] : part.content(),
              payload
                  ? new OptionalParameter[] {new OptionalParameter.Message_payload(part.content())}
                  : new OptionalParameter[0])
          .getMessageId();
    } catch (NegativeResponseException e) {
      int status = e.getCommandStatus();
      throw new ChannelException(Reason.REFUSED, LATER.contains(status), status, e);
    } catch (ResponseTimeoutException e) {
      link.drop(bound);
      throw new ChannelException(Reason.IN_DOUBT, false, null, e);
    } catch (InvalidResponseException e) {
      link.drop(bound);
      throw new ChannelException(Reason.GARBAGE, false, null, e);
    } catch (PDUException e) {
      // what was to be sent is none: it was not
      throw new ChannelException(Reason.REFUSED, false, null, e);
    } catch (IOException e) {
      // the connection was gone before it was sent
      link.drop(bound);
      throw new ChannelException(Reason.UNREACHABLE, true, null, e);
    }
  }

  private static TypeOfNumber typeOf(String sender) {
    if (sender.startsWith("+")) {
      return TypeOfNumber.INTERNATIONAL;
    }
    return sender.matches("[0-9]*") ? TypeOfNumber.UNKNOWN : TypeOfNumber.ALPHANUMERIC;
  }

  private static NumberingPlanIndicator planOf(String sender) {
    return sender.startsWith("+") ? NumberingPlanIndicator.ISDN : NumberingPlanIndicator.UNKNOWN;
  }
}
