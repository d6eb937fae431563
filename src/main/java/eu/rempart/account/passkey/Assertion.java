package eu.rempart.account.passkey;

/**
 * What a browser sends of a passkey that was used, as it came.
 *
 * @param credentialId which passkey it was
 * @param clientData what the browser says that it asked for
 * @param authenticator what the authenticator says of its owner
 * @param signature over both
 */
@SuppressWarnings("ArrayRecordComponent") // on its way to be checked, never compared
record Assertion(byte[] credentialId, byte[] clientData, byte[] authenticator, byte[] signature) {}
