package eu.rempart.watch.measure;

import eu.rempart.watch.check.Failure;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts as another does, and tells why it does not: untrusted, expired, or of another name. */
final class TellingTrust extends X509ExtendedTrustManager {

  private final X509ExtendedTrustManager trust;

  TellingTrust(X509ExtendedTrustManager trust) {
    this.trust = trust;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, type);
    try {
      trust.checkServerTrusted(chain, type, socket);
    } catch (CertificateException e) {
      // the chain is sound: what is left is the name
      throw new CertificateRefused(Failure.CERTIFICATE_OF_OTHER_NAME, e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, type);
    try {
      trust.checkServerTrusted(chain, type, engine);
    } catch (CertificateException e) {
      throw new CertificateRefused(Failure.CERTIFICATE_OF_OTHER_NAME, e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    try {
      trust.checkServerTrusted(chain, type);
    } catch (CertificateException e) {
      throw new CertificateRefused(
          expired(chain) ? Failure.CERTIFICATE_EXPIRED : Failure.CERTIFICATE_UNTRUSTED, e);
    }
  }

  private static boolean expired(X509Certificate[] chain) {
    try {
      for (X509Certificate certificate : chain) {
        certificate.checkValidity();
      }
      return false;
    } catch (CertificateExpiredException | CertificateNotYetValidException e) {
      return true;
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw noClient();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw noClient();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw noClient();
  }

  private static CertificateException noClient() {
    return new CertificateException("nobody signs in here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return trust.getAcceptedIssuers();
  }
}
