package eu.rempart.account.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.ClientDataType;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import eu.rempart.vault.passkey.NewPasskey;
import eu.rempart.vault.passkey.Passkey;
import eu.rempart.vault.passkey.PasskeyKind;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Checks what browsers and authenticators send (WebAuthn level 3, 7.1 and 7.2). Who made an
 * authenticator is not asked: any of its owner's choice will do. Thread safe.
 */
@Component
class Authenticators {

  /** Of each part; the longest real ones have a certificate of some thousand bytes. */
  static final int MOST_BYTES = 16 * 1024;

  /** Of an identifier (WebAuthn level 3, 4). */
  static final int MOST_ID = 1023;

  /** Of what an authenticator says when a passkey is used, in bytes (WebAuthn level 3, 6.1). */
  private static final int WITHOUT_EXTENSIONS = 37;

  /** A point of P-256 or Ed25519, or RSA as some Windows machines have it. */
  static final List<COSEAlgorithmIdentifier> ALGORITHMS =
      List.of(
          COSEAlgorithmIdentifier.ES256,
          COSEAlgorithmIdentifier.EdDSA,
          COSEAlgorithmIdentifier.RS256);

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter attested =
      new AttestedCredentialDataConverter(converter);

  /**
   * The challenge that the browser says it asked with, in base64url; not checked yet.
   *
   * @throws AuthenticatorRefusedException for what is no client data
   */
  String challenge(byte[] clientData) {
    bounded(clientData);
    try {
      var data =
          Objects.requireNonNull(
              new com.webauthn4j.converter.CollectedClientDataConverter(converter)
                  .convert(clientData));
      return java.util.Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(data.getChallenge().getValue());
    } catch (RuntimeException e) {
      throw new AuthenticatorRefusedException(e);
    }
  }

  /**
   * A new passkey that its owner was verified for.
   *
   * @param verified whether a finger, face or PIN must have been asked for
   * @throws AuthenticatorRefusedException if anything is not as asked for
   */
  NewPasskey enrol(
      Enrolled enrolled,
      Site site,
      byte[] challenge,
      PasskeyKind kind,
      boolean verified,
      String name) {
    bounded(enrolled.clientData());
    bounded(enrolled.attestation());
    try {
      RegistrationData data =
          manager.verify(
              new RegistrationRequest(enrolled.attestation(), enrolled.clientData()),
              new RegistrationParameters(
                  server(site, challenge),
                  ALGORITHMS.stream()
                      .map(
                          each ->
                              new PublicKeyCredentialParameters(
                                  PublicKeyCredentialType.PUBLIC_KEY, each))
                      .toList(),
                  verified,
                  true));
      var authenticator =
          Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
      AttestedCredentialData credential =
          Objects.requireNonNull(authenticator.getAttestedCredentialData());
      requireId(credential.getCredentialId());
      var extensions = authenticator.getExtensions();
      if (authenticator.isFlagED() && (extensions == null || extensions.getKeys().isEmpty())) {
        throw new AuthenticatorRefusedException("extensions that are not there");
      }
      return new NewPasskey(
          kind,
          credential.getCredentialId(),
          attested.convert(credential),
          authenticator.isFlagBE(),
          authenticator.getSignCount(),
          name);
    } catch (AuthenticatorRefusedException e) {
      throw e;
    } catch (RuntimeException e) { // whatever the readers of strangers' bytes throw
      throw new AuthenticatorRefusedException(e);
    }
  }

  /**
   * The counter that a passkey of ours has now.
   *
   * @param verified whether a finger, face or PIN must have been asked for
   * @throws AuthenticatorRefusedException unless its owner used it for this challenge, here and now
   */
  long check(Assertion assertion, Passkey passkey, Site site, byte[] challenge, boolean verified) {
    return check(
        assertion,
        passkey.attested(),
        passkey.synced(),
        passkey.counter(),
        site,
        challenge,
        verified);
  }

  /** As above, of one that is being enrolled. */
  long check(Assertion assertion, NewPasskey passkey, Site site, byte[] challenge) {
    return check(
        assertion, passkey.attested(), passkey.synced(), passkey.counter(), site, challenge, true);
  }

  private long check(
      Assertion assertion,
      byte[] key,
      boolean synced,
      long counter,
      Site site,
      byte[] challenge,
      boolean verified) {
    bounded(assertion.clientData());
    bounded(assertion.authenticator());
    bounded(assertion.signature());
    requireId(assertion.credentialId());
    try {
      AttestedCredentialData credential = Objects.requireNonNull(attested.convert(key));
      if (!Arrays.equals(credential.getCredentialId(), assertion.credentialId())) {
        throw new AuthenticatorRefusedException("another passkey");
      }
      AuthenticationData data =
          manager.verify(
              new AuthenticationRequest(
                  assertion.credentialId(),
                  assertion.authenticator(),
                  assertion.clientData(),
                  assertion.signature()),
              new AuthenticationParameters(
                  server(site, challenge),
                  new CredentialRecordImpl(
                      new NoneAttestationStatement(),
                      true,
                      synced,
                      null,
                      counter,
                      credential,
                      null,
                      null,
                      null,
                      null),
                  List.of(credential.getCredentialId()),
                  verified,
                  true));
      var authenticator = Objects.requireNonNull(data.getAuthenticatorData());
      if (!ClientDataType.WEBAUTHN_GET.equals(
              Objects.requireNonNull(data.getCollectedClientData()).getType())
          || authenticator.isFlagAT()
          || authenticator.isFlagED() == (assertion.authenticator().length == WITHOUT_EXTENSIONS)) {
        throw new AuthenticatorRefusedException("not what a passkey says when it is used");
      }
      return authenticator.getSignCount();
    } catch (AuthenticatorRefusedException e) {
      throw e;
    } catch (RuntimeException e) { // whatever the readers of strangers' bytes throw
      throw new AuthenticatorRefusedException(e);
    }
  }

  private static ServerProperty server(Site site, byte[] challenge) {
    return ServerProperty.builder()
        .origin(new Origin(site.origin()))
        .rpId(site.host())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  private static void bounded(byte[] part) {
    if (part.length == 0 || part.length > MOST_BYTES) {
      throw new AuthenticatorRefusedException("%d bytes".formatted(part.length));
    }
  }

  private static void requireId(byte[] id) {
    if (id.length == 0 || id.length > MOST_ID) {
      throw new AuthenticatorRefusedException("an identifier of %d bytes".formatted(id.length));
    }
  }
}
