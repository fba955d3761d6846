// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace outpost {

template <class Signature> class UniqueFunction;

/// A callable that may hold move-only things (std::move_only_function, which libc++ and MSVC lack).
template <class R, class... Args> class UniqueFunction<R(Args...)> {
public:
    UniqueFunction() = default;
    template <class F>
        requires(!std::is_same_v<std::decay_t<F>, UniqueFunction> && std::is_invocable_r_v<R, F&, Args...>)
    UniqueFunction(F&& f)
        : m_impl(std::make_unique<Holder<std::decay_t<F>>>(std::forward<F>(f))) // NOLINT: implicit as std's
    {}

    explicit operator bool() const { return m_impl != nullptr; }
    R operator()(Args... args) { return m_impl->call(std::forward<Args>(args)...); }

private:
    struct Base {
        virtual ~Base() = default;
        virtual R call(Args... args) = 0;
    };
    template <class F> struct Holder final : Base {
        template <class G> explicit Holder(G&& g) : f(std::forward<G>(g)) {}
        R call(Args... args) override { return f(std::forward<Args>(args)...); }
        F f;
    };
    std::unique_ptr<Base> m_impl;
};

} // namespace outpost
