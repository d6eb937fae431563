package eu.rempart.alert.channel.smpp;

import eu.rempart.alert.channel.AcknowledgementInbox;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.ReturnInbox;
import eu.rempart.alert.channel.send.Gsm7;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what an SMSC brings: answers of people, and receipts. */
final class Answers implements MessageReceiverListener {

  private static final Logger log = LoggerFactory.getLogger(Answers.class);
  private static final int LONGEST = 200;
  private static final byte LATIN_1 = 3;

  private final Supplier<Optional<AcknowledgementInbox>> inbox;
  private final Supplier<Optional<ReturnInbox>> returns;

  Answers(Supplier<Optional<AcknowledgementInbox>> inbox, Supplier<Optional<ReturnInbox>> returns) {
    this.inbox = inbox;
    this.returns = returns;
  }

  @Override
  public void onAcceptDeliverSm(DeliverSm brought) throws ProcessRequestException {
    if (MessageType.SMSC_DEL_RECEIPT.containedIn(brought.getEsmClass())) {
      receipt(brought);
      return;
    }
    if (MessageType.INTER_DEL_NOTIF.containedIn(brought.getEsmClass())) {
      return; // it is tried further
    }
    String from = from(brought);
    String text = text(brought);
    try {
      inbox
          .get()
          .ifPresentOrElse(
              taker -> taker.answered(ChannelKind.SMS, from, text),
              () -> log.warn("an answer came, and nobody takes answers"));
    } catch (RuntimeException e) {
      // whatever keeps it from being taken: the SMSC brings it again
      log.warn("an answer could not be taken: {}", e.getClass().getName());
      throw new ProcessRequestException("not now", SMPPConstant.STAT_ESME_RX_T_APPN, e);
    }
  }

  /**
   * That a phone has a message is no sign that anybody read it; that it has none, one to act on.
   */
  private void receipt(DeliverSm brought) throws ProcessRequestException {
    FailureReceipt lost = FailureReceipt.of(brought).orElse(null);
    if (lost == null) {
      return;
    }
    log.warn("a text message did not reach its phone: {}", lost.number());
    String to = from(brought);
    try {
      returns
          .get()
          .ifPresent(taker -> taker.returned(ChannelKind.SMS, lost.names(), to, lost.number()));
    } catch (RuntimeException e) {
      // whatever keeps it from being taken: the SMSC brings it again
      log.warn("a receipt could not be taken: {}", e.getClass().getName());
      throw new ProcessRequestException("not now", SMPPConstant.STAT_ESME_RX_T_APPN, e);
    }
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification notification) {
    // a phone is there again, which the SMSC acts on
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm data, Session session) throws ProcessRequestException {
    throw new ProcessRequestException(
        "answers come by deliver_sm", SMPPConstant.STAT_ESME_RINVCMDID);
  }

  /** With the plus sign that numbers have everywhere but here. */
  private static String from(DeliverSm brought) {
    String address = brought.getSourceAddr() == null ? "" : brought.getSourceAddr();
    boolean international =
        brought.getSourceAddrTon() == TypeOfNumber.INTERNATIONAL.value()
            || brought.getSourceAddrTon() == TypeOfNumber.UNKNOWN.value();
    return international && address.matches("[1-9][0-9]{6,14}") ? "+" + address : address;
  }

  private static String text(DeliverSm brought) {
    byte[] content = content(brought);
    if (brought.isUdhi() && content.length > 0) {
      content =
          Arrays.copyOfRange(
              content, Math.min(content.length, (content[0] & 0xff) + 1), content.length);
    }
    String text =
        switch (brought.getDataCoding()) {
          case SmsPart.UCS2 -> new String(content, StandardCharsets.UTF_16BE);
          case LATIN_1 -> new String(content, StandardCharsets.ISO_8859_1);
          default -> Gsm7.decode(content);
        };
    return text.substring(0, Math.min(LONGEST, text.length())).strip();
  }

  /** What was brought, wherever it stands. */
  static byte[] content(DeliverSm brought) {
    byte[] content = brought.getShortMessage();
    OptionalParameter.Message_payload payload =
        brought.getOptionalParameter(OptionalParameter.Message_payload.class);
    if ((content == null || content.length == 0) && payload != null) {
      content = payload.getValue();
    }
    return content == null ? new byte[0] : content;
  }
}
