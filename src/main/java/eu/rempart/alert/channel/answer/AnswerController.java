package eu.rempart.alert.channel.answer;

import eu.rempart.alert.channel.AcknowledgementInbox;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.peer.Peer;
import eu.rempart.alert.channel.peer.Peers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes what a provider brings, as an SMSC does by its connection. Whoever is let in hears that it
 * was taken, whatever becomes of it: whose a number is concerns no provider.
 */
@RestController
class AnswerController {

  static final String PATH = "/alert/answers";

  private static final Logger log = LoggerFactory.getLogger(AnswerController.class);

  private final AnswerDoor door;
  private final Peers peers;
  private final AcknowledgementInbox inbox;
  private final TakenAnswerRepository taken;

  AnswerController(
      AnswerDoor door, Peers peers, AcknowledgementInbox inbox, TakenAnswerRepository taken) {
    this.door = door;
    this.peers = peers;
    this.inbox = inbox;
    this.taken = taken;
  }

  @PostMapping(PATH)
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    try {
      if (!door.admits(request.getHeader("Authorization"), request.getRemoteAddr())) {
        response.setHeader("WWW-Authenticate", "Basic realm=\"answers\"");
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        return;
      }
    } catch (NotNowException e) {
      // the provider brings it again
      response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
      return;
    }
    byte[] body = request.getInputStream().readNBytes(AnswerForm.LARGEST + 1);
    response.setStatus(take(request.getContentType(), body).value());
  }

  private HttpStatus take(@Nullable String type, byte[] body) {
    if (body.length > AnswerForm.LARGEST) {
      return HttpStatus.CONTENT_TOO_LARGE;
    }
    Peer.Gateway peer = peers.find(ChannelKind.SMS_HTTP, Peer.Gateway.class).orElse(null);
    if (peer == null) {
      // it is switched off: the provider may come again
      return HttpStatus.SERVICE_UNAVAILABLE;
    }
    Optional<AnswerForm> answer = AnswerForm.read(type, body, peer);
    if (answer.isEmpty()) {
      log.warn("a provider brought an answer that can't be read: {} bytes", body.length);
      return HttpStatus.BAD_REQUEST;
    }
    try {
      answered(answer.get(), peer);
      return HttpStatus.NO_CONTENT;
    } catch (RuntimeException e) {
      // whatever keeps it from being taken: the provider brings it again
      log.warn("an answer could not be taken: {}", e.getClass().getName());
      return HttpStatus.SERVICE_UNAVAILABLE;
    }
  }

  /** Once, whatever happens on the way to the provider: it brings again what it did not hear of. */
  private void answered(AnswerForm answer, Peer.Gateway peer) {
    Runnable acts = () -> inbox.answered(ChannelKind.SMS_HTTP, answer.from(), answer.text());
    if (answer.id() == null) {
      acts.run();
    } else {
      taken.once(peer.place() + " " + answer.id(), acts);
    }
  }
}
