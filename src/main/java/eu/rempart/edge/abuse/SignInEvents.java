package eu.rempart.edge.abuse;

import eu.rempart.account.signin.SignInFailed;
import eu.rempart.account.signin.SignedIn;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.edge.traffic.TrafficRecorder;
import eu.rempart.tls.gate.Source;
import java.net.InetAddress;
import java.util.Optional;
import org.springframework.context.event.EventListener;

/** Hears of sign-ins, right ones and wrong ones. */
class SignInEvents {

  private final AbuseWatch watch;
  private final TrafficRecorder recorder;

  SignInEvents(AbuseWatch watch, TrafficRecorder recorder) {
    this.watch = watch;
    this.recorder = recorder;
  }

  @EventListener
  void failed(SignInFailed event) {
    source(event.source())
        .ifPresent(
            source -> {
              recorder.request(source.high(), source.low(), Measure.SIGN_IN_FAILED);
              watch.signInFailed(source, event.account(), event.memberId());
            });
  }

  @EventListener
  void signedIn(SignedIn event) {
    source(event.source())
        .ifPresent(
            source -> {
              recorder.request(source.high(), source.low(), Measure.SIGN_IN);
              watch.signedIn(source);
            });
  }

  private static Optional<Source> source(String address) {
    try {
      return Optional.of(Source.of(InetAddress.ofLiteral(address)));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
