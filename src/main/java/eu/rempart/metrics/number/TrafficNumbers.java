package eu.rempart.metrics.number;

import eu.rempart.edge.ban.Ban;
import eu.rempart.edge.ban.Bans;
import eu.rempart.edge.request.AnswerCounts;
import eu.rempart.edge.traffic.Counters;
import eu.rempart.edge.traffic.Measure;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What comes in, what is refused and why. Of this node, and of the edges that report to it. */
@Component
class TrafficNumbers implements Numbers {

  private final Counters counters;
  private final AnswerCounts answers;
  private final Bans bans;

  TrafficNumbers(Counters counters, AnswerCounts answers, Bans bans) {
    this.counters = counters;
    this.answers = answers;
    this.bans = bans;
  }

  @Override
  public String source() {
    return "traffic";
  }

  @Override
  public void write(Sheet sheet) {
    for (AnswerCounts.Answered answered : answers.soFar()) {
      answered
          .byStatus()
          .forEach(
              (status, count) ->
                  sheet.counter(
                      "requests",
                      "Requests that were answered, by kind of route and hundred of the status.",
                      count,
                      "route",
                      answered.route(),
                      "status",
                      status));
      sheet.histogram(
          "request_duration_seconds",
          "How long answers took, by kind of route.",
          AnswerCounts.ENDS,
          answered.steps(),
          answered.seconds(),
          "route",
          answered.route());
    }
    for (Measure measure : Measure.values()) {
      write(sheet, measure, counters.total(measure));
    }
    Map<Ban.Step, Integer> inForce = bans.counts();
    for (Ban.Step step : Ban.Step.values()) {
      sheet.gauge(
          "networks_held",
          "Networks that are slowed or banned at the moment.",
          inForce.getOrDefault(step, 0),
          "step",
          Words.of(step));
    }
  }

  private static void write(Sheet sheet, Measure measure, long count) {
    if (measure.isHandshake()) {
      sheet.counter(
          "handshakes",
          "Handshakes of TLS, by how they ended.",
          count,
          "result",
          measure == Measure.RESUMED_HANDSHAKE ? "resumed" : "full");
    }
    if (measure.isRefusedConnection()) {
      sheet.counter(
          "connections_refused",
          "Connections that were refused or cut, by reason.",
          count,
          "reason",
          measure.key());
    }
    if (measure.isRefusedRequest()) {
      sheet.counter(
          "requests_refused",
          "Requests that were answered with a refusal, by reason.",
          count,
          "reason",
          measure.key());
    }
    switch (measure) {
      case HANDSHAKE_FAILED, HANDSHAKE_TOO_SLOW, CERTIFICATE_NOT_TRUSTED, CLIENT_LEFT ->
          sheet.counter(
              "handshakes",
              "Handshakes of TLS, by how they ended.",
              count,
              "result",
              measure.key());
      case SIGN_IN -> signIns(sheet, "right", count);
      case SIGN_IN_FAILED -> signIns(sheet, "failed", count);
      case REQUEST_MISSING ->
          sheet.counter("pages_missing", "Questions for pages that are not there.", count);
      case BYTES_RECEIVED -> bytes(sheet, "received", count);
      case BYTES_SENT -> bytes(sheet, "sent", count);
      default -> {}
    }
  }

  private static void signIns(Sheet sheet, String result, long count) {
    sheet.counter("sign_ins", "Sign-ins, right ones and failed ones.", count, "result", result);
  }

  private static void bytes(Sheet sheet, String direction, long count) {
    sheet.counter(
        "transferred_bytes",
        "Decrypted bytes of connections that ended.",
        count,
        "direction",
        direction);
  }
}
