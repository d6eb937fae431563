/** Which addresses on the network this machine may connect to. */
@NullMarked
package eu.rempart.common.net;

import org.jspecify.annotations.NullMarked;
