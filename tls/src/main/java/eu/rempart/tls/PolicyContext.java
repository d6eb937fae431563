package eu.rempart.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * An {@link SSLContext} whose engines and server sockets are born narrowed to a profile, so that a
 * server that forgets to apply the policy has it all the same.
 */
final class PolicyContext extends SSLContext {

  PolicyContext(SSLContext full, TlsProfile profile) {
    super(new Spi(full, profile), full.getProvider(), full.getProtocol());
  }

  private static final class Spi extends SSLContextSpi {
    private final SSLContext full;
    private final TlsProfile profile;

    Spi(SSLContext full, TlsProfile profile) {
      this.full = full;
      this.profile = profile;
    }

    @Override
    protected void engineInit(
        KeyManager @Nullable [] keys,
        TrustManager @Nullable [] trust,
        @Nullable SecureRandom random)
        throws KeyManagementException {
      throw new KeyManagementException("This context has its keys already");
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      return narrowed(full.createSSLEngine());
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
      return narrowed(full.createSSLEngine(host, port));
    }

    private SSLEngine narrowed(SSLEngine engine) {
      engine.setUseClientMode(false);
      engine.setSSLParameters(profile.restrict(engine.getSSLParameters()));
      return engine;
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      throw new UnsupportedOperationException("This context serves; it opens no connections");
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      return new Sockets(full.getServerSocketFactory(), profile);
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
      return profile.restrict(full.getDefaultSSLParameters());
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
      return profile.restrict(full.getSupportedSSLParameters());
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      return full.getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      return full.getClientSessionContext();
    }
  }

  private static final class Sockets extends SSLServerSocketFactory {
    private final SSLServerSocketFactory full;
    private final TlsProfile profile;

    Sockets(SSLServerSocketFactory full, TlsProfile profile) {
      this.full = full;
      this.profile = profile;
    }

    private SSLServerSocket narrowed(ServerSocket plain) {
      SSLServerSocket socket = (SSLServerSocket) plain;
      socket.setSSLParameters(profile.restrict(socket.getSSLParameters()));
      return socket;
    }

    @Override
    public SSLServerSocket createServerSocket() throws IOException {
      return narrowed(full.createServerSocket());
    }

    @Override
    public SSLServerSocket createServerSocket(int port) throws IOException {
      return narrowed(full.createServerSocket(port));
    }

    @Override
    public SSLServerSocket createServerSocket(int port, int backlog) throws IOException {
      return narrowed(full.createServerSocket(port, backlog));
    }

    @Override
    public SSLServerSocket createServerSocket(int port, int backlog, InetAddress address)
        throws IOException {
      return narrowed(full.createServerSocket(port, backlog, address));
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return profile.cipherSuites().toArray(String[]::new);
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return profile.cipherSuites().toArray(String[]::new);
    }
  }
}
