package eu.rempart;

import eu.rempart.db.DatabaseUnusableException;
import eu.rempart.home.HalfRestoredException;
import eu.rempart.home.HomeInUseException;
import eu.rempart.kernel.place.PlaceNotAllowedException;
import eu.rempart.tls.CertificateRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Turns the expected reasons why a start fails into a sentence and an advice, in place of a stack
 * trace. Spring finds it in {@code META-INF/spring.factories}.
 */
final class StartFailureAnalyzer implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HomeInUseException) {
        return new FailureAnalysis(
            cause.getMessage(),
            "See what runs there with ./rempart info, and stop it; or choose another --home.",
            cause);
      }
      if (cause instanceof HalfRestoredException half) {
        return new FailureAnalysis(half.getMessage(), half.advice(), cause);
      }
      if (cause instanceof DatabaseUnusableException unusable) {
        return new FailureAnalysis(unusable.getMessage(), unusable.advice(), cause);
      }
      if (cause instanceof PlaceNotAllowedException refused) {
        return new FailureAnalysis(refused.getMessage(), refused.advice(), cause);
      }
      if (cause instanceof CertificateRefusedException) {
        return new FailureAnalysis(
            cause.getMessage(),
            "Put that right, or leave out rempart.tls.certificate and rempart.tls.pkcs11 for a"
                + " certificate of our own.",
            cause);
      }
    }
    return null;
  }
}
