/** Tests of passkeys, with an authenticator of bytes and with Chromium's. */
@org.jspecify.annotations.NullMarked
package eu.rempart.account.passkey;
