package eu.rempart.account.passkey;

/**
 * What a browser sends of a new passkey, as it came.
 *
 * @param clientData what the browser says that it asked for
 * @param attestation what the authenticator says of the passkey
 */
@SuppressWarnings("ArrayRecordComponent") // on its way to be checked, never compared
record Enrolled(byte[] clientData, byte[] attestation) {}
