@NullMarked
package eu.rempart.account.signin;

import org.jspecify.annotations.NullMarked;
