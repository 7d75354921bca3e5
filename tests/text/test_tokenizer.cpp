// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "hearsay/text/tokenizer.hpp"
TEST(Tokenizer, Placeholder) { EXPECT_EQ(hearsay::tokenize(hearsay::Text::decode("One two.")).tokens().size(), 3U); }
