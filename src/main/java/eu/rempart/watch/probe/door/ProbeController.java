package eu.rempart.watch.probe.door;

import eu.rempart.watch.probe.Admissions;
import eu.rempart.watch.probe.Exchanges;
import eu.rempart.watch.probe.Reply;
import eu.rempart.watch.wire.Admission;
import eu.rempart.watch.wire.Exchange;
import eu.rempart.watch.wire.RequestSeal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers agents. Bodies are bounded by the gate in front. */
@RestController
class ProbeController {

  private final Admissions admissions;
  private final Exchanges exchanges;

  ProbeController(Admissions admissions, Exchanges exchanges) {
    this.admissions = admissions;
    this.exchanges = exchanges;
  }

  @GetMapping(Admission.AUTHORITIES_PATH)
  void authorities(HttpServletResponse response) throws IOException {
    send(response, admissions.authorities());
  }

  @PostMapping(Admission.PATH)
  void admission(HttpServletRequest request, HttpServletResponse response) throws IOException {
    send(
        response,
        admissions.admit(request.getInputStream().readAllBytes(), request.getRemoteAddr()));
  }

  @PostMapping(Exchange.PATH)
  void exchange(HttpServletRequest request, HttpServletResponse response) throws IOException {
    send(
        response,
        exchanges.answer(
            request.getHeader(RequestSeal.HEADER), () -> request.getInputStream().readAllBytes()));
  }

  private static void send(HttpServletResponse response, Reply reply) throws IOException {
    response.setStatus(reply.status());
    response.setContentType("application/json");
    response.setContentLength(reply.body().length);
    if (reply.signature() != null) {
      response.setHeader(RequestSeal.ANSWER_HEADER, reply.signature());
    }
    response.getOutputStream().write(reply.body());
  }
}
