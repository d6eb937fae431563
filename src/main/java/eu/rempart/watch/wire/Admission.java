package eu.rempart.watch.wire;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How an agent is admitted: it shows the secret of a code, and proves that it has its own key. */
public final class Admission {

  /** Tells home's authorities to whoever asks, signed by home. */
  public static final String AUTHORITIES_PATH = "/probe/authorities";

  public static final String PATH = "/probe/admission";

  private Admission() {}

  /**
   * What the agent sends. Home checks all of it, and takes none of it for granted.
   *
   * @param secret of the code
   * @param name of the machine
   * @param key the agent's public key
   * @param proof its signature on secret, zone and key
   */
  public record Request(
      @Nullable String secret,
      @Nullable String zone,
      @Nullable String name,
      @Nullable String release,
      @Nullable String key,
      @Nullable String proof) {

    /** A request with its proof. */
    public static Request of(
        AdmissionCode code, String zone, String name, String release, KeyPair pair) {
      String key = RequestSeal.base64(ProbeKeys.bytes(pair.getPublic()));
      byte[] text = text(code.secret(), zone, key);
      String proof = RequestSeal.base64(ProbeKeys.sign(pair.getPrivate(), text));
      return new Request(code.secret(), zone, name, release, key, proof);
    }

    /**
     * The public key, whose private half the sender has.
     *
     * @throws IllegalArgumentException if it does not prove that, or something is missing
     */
    public PublicKey provenKey() {
      if (secret == null || zone == null || key == null || proof == null) {
        throw new IllegalArgumentException("a request to be admitted lacks something");
      }
      byte[] raw = RequestSeal.bytes(key);
      byte[] signature = RequestSeal.bytes(proof);
      if (raw == null || signature == null) {
        throw new IllegalArgumentException("key and proof are base64");
      }
      PublicKey proven = ProbeKeys.publicKey(raw);
      if (!ProbeKeys.verify(proven, text(secret, zone, key), signature)) {
        throw new IllegalArgumentException("the proof is not of this key");
      }
      return proven;
    }

    private static byte[] text(String secret, String zone, String key) {
      return RequestSeal.utf8("rempart-admission-1\n%s\n%s\n%s".formatted(secret, zone, key));
    }

    @Override
    public String toString() {
      return "Request[zone=%s]".formatted(zone);
    }
  }

  /**
   * What home answers.
   *
   * @param agent the id by which home knows it from now on
   * @param now home's clock, in microseconds since 1970
   */
  public record Welcome(String agent, long now) {}

  /**
   * Whom the agent is to trust beside the system's authorities.
   *
   * @param pem certificates; empty where home has a certificate that everybody trusts
   * @param at when that was told, in microseconds since 1970: what is older is not taken
   */
  public record Authorities(String pem, long at) {}

  /** Home's signature on the authorities. */
  public static String sign(PrivateKey home, byte[] authorities) {
    return RequestSeal.base64(ProbeKeys.sign(home, authoritiesText(authorities)));
  }

  /** Whether home signed these authorities. */
  public static boolean signed(PublicKey home, byte[] authorities, @Nullable String signature) {
    byte[] bytes = signature == null ? null : RequestSeal.bytes(signature);
    return bytes != null && ProbeKeys.verify(home, authoritiesText(authorities), bytes);
  }

  private static byte[] authoritiesText(byte[] authorities) {
    return RequestSeal.utf8("rempart-authorities-1\n" + ProbeKeys.hex(authorities));
  }

  /** Home's signature on its answer to one request. */
  public static String sign(PrivateKey home, byte[] request, byte[] welcome) {
    return RequestSeal.base64(ProbeKeys.sign(home, welcomeText(request, welcome)));
  }

  /** Whether home signed this answer to this request. */
  public static boolean signed(
      PublicKey home, byte[] request, byte[] welcome, @Nullable String signature) {
    byte[] bytes = signature == null ? null : RequestSeal.bytes(signature);
    return bytes != null
        && ProbeKeys.verify(home, welcomeText(request, welcome), Objects.requireNonNull(bytes));
  }

  /** Home's signature on its refusal of one request. */
  public static String signRefusal(PrivateKey home, byte[] request, byte[] refusal) {
    return RequestSeal.base64(ProbeKeys.sign(home, refusalText(request, refusal)));
  }

  /** Whether home refused this request so. */
  public static boolean refused(
      PublicKey home, byte[] request, byte[] refusal, @Nullable String signature) {
    byte[] bytes = signature == null ? null : RequestSeal.bytes(signature);
    return bytes != null && ProbeKeys.verify(home, refusalText(request, refusal), bytes);
  }

  private static byte[] refusalText(byte[] request, byte[] refusal) {
    return RequestSeal.utf8(
        "rempart-refusal-1\n" + ProbeKeys.hex(request) + "\n" + ProbeKeys.hex(refusal));
  }

  private static byte[] welcomeText(byte[] request, byte[] welcome) {
    return RequestSeal.utf8(
        "rempart-welcome-1\n" + ProbeKeys.hex(request) + "\n" + ProbeKeys.hex(welcome));
  }
}
