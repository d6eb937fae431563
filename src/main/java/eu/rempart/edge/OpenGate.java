package eu.rempart.edge;

import eu.rempart.tls.gate.ConnectionGate;
import eu.rempart.tls.gate.EdgeListener;
import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.gate.Verdict;

/** Lets everybody pass and remembers nothing: where no gate is configured. */
final class OpenGate implements ConnectionGate, EdgeListener {

  @Override
  public Verdict admit(long high, long low) {
    return Verdict.PASS;
  }

  @Override
  public Verdict handshake(long high, long low, boolean resumes, double load) {
    return Verdict.PASS;
  }

  @Override
  public void ended(long high, long low) {
    // nobody was counted
  }

  @Override
  public void refused(long high, long low, Verdict why) {
    // the edge's own refusals, of broken handshakes and the like
  }

  @Override
  public void shookHands(long high, long low, Handshake handshake) {
    // nothing to do
  }

  @Override
  public void handshakeFailed(long high, long low, String reason) {
    // nothing to do
  }

  @Override
  public void closed(long high, long low, long received, long sent) {
    // nothing to do
  }
}
